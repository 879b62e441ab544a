// Read the policy part by part, answer what is asked, and confirm or sign it. Made for a phone; every step is a plain form.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { citing } from '../../../clause-refs.ts';
import { done, isFresh, nowOf, ZONE } from '../../../answering.ts';
import { guidesBeside } from '../../guides-beside.ts';
import { backTo, saidIn } from '../../said.ts';
import { sayIssue } from '../say-issue.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** As signing asks for it, less the time that reading the words takes. */
const FRESH_MINUTES = 45;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, actor } = event.locals;
    const part = event.url.searchParams.get('part');
    const versionId = event.url.searchParams.get('version');
    const [{ asked, others, history }, { people: led }, { clauses }] = await Promise.all([
      api.acknowledgement.readMine({
        ...(part === null ? {} : { part: Number(part) }),
        ...(versionId === null ? {} : { versionId }),
      }),
      api.acknowledgement.listLed({}),
      api.policy.clauseNames({}),
    ]);
    const today = dayIn(nowOf(event), ZONE);
    const day = (date: string) => sayDay(date, today);
    return {
      said: saidIn(event.url),
      me: actor.kind === 'person' ? actor.name : '',
      mustProve: !isFresh(event, FRESH_MINUTES),
      step: asked && stepOf(asked, part !== null),
      asked: asked && {
        ...asked,
        from: day(asked.effectiveOn),
        issued: sayIssue(asked.issued),
        dueOn: asked.due && day(asked.due),
        done: asked.doneOn && day(asked.doneOn),
        chapters: chaptersOf(asked.part.clauses),
        references: asked.references.map((one) => ({
          ...one,
          confirmed: one.confirmedOn && day(one.confirmedOn),
        })),
        cited: citing(clauses)(asked.clauses),
      },
      guides:
        asked?.isAsked === true ? await guidesBeside(event.locals, 'policy.acknowledgement', citing(clauses)) : [],
      others: others.map((one) => ({ ...one, from: day(one.effectiveOn) })),
      history: history.map((one) => ({ ...one, on: day(one.doneOn) })),
      led: led.map((one) => ({ ...one, dueOn: one.due && day(one.due) })),
    };
  });

type Mine = NonNullable<Awaited<ReturnType<App.Locals['api']['acknowledgement']['readMine']>>['asked']>;

/** @param looksBack somebody asked for a part by its number */
function stepOf(asked: Mine, looksBack: boolean): 'read' | 'answer' | 'confirm' | 'done' {
  if (looksBack) return 'read';
  if (asked.state === 'confirmed') return 'done';
  if (!asked.readToTheEnd) return 'read';
  return asked.kind === 'quiz' && !asked.answeredRightly ? 'answer' : 'confirm';
}

function chaptersOf(clauses: Mine['part']['clauses']) {
  const chapters: { heading: string; clauses: Mine['part']['clauses'] }[] = [];
  for (const clause of clauses) {
    if (chapters.at(-1)?.heading !== clause.under) chapters.push({ heading: clause.under, clauses: [] });
    chapters.at(-1)!.clauses.push(clause);
  }
  return chapters;
}

const onward = (versionId: unknown) => `/policy/sign?version=${encodeURIComponent(String(versionId))}`;

/** Another version that waits; otherwise what was just done. */
async function whatIsNext({ locals }: RequestEvent, versionId: unknown): Promise<string> {
  const { asked } = await locals.api.acknowledgement.readMine({});
  return asked !== null && asked.state !== 'confirmed' ? '/policy/sign' : onward(versionId);
}

const seenIn = ({ versionId, textSha256, references = [] }: Record<string, unknown>) => ({
  versionId: String(versionId),
  textSha256: String(textSha256),
  references: references as string[],
});

export const actions: Actions = {
  turn: (event) =>
    done(event, async ({ versionId, part, shownSha256 }) => {
      await event.locals.api.acknowledgement.turnPart({
        versionId: String(versionId),
        part: Number(part),
        shownSha256: String(shownSha256),
      });
      redirect(303, onward(versionId));
    }),
  answer: (event) =>
    done(event, async ({ versionId, answers = {} }) => {
      const { api } = event.locals;
      const { asked } = await api.acknowledgement.readMine({ versionId: String(versionId) });
      const chosen = answers as Record<string, string>;
      const bySetting = Object.fromEntries(
        (asked?.questions ?? []).map(({ settingId }, at) => [settingId, chosen[`q${at}`] ?? '']),
      );
      const { allRight, wrong } = await api.acknowledgement.answer({
        versionId: String(versionId),
        answers: bySetting,
      });
      if (allRight) redirect(303, onward(versionId));
      return { wrong, chosen };
    }),
  confirm: (event) =>
    done(event, async (input) => {
      await event.locals.api.acknowledgement.confirm(seenIn(input));
      backTo(await whatIsNext(event, input['versionId']), 'policy-confirmed');
    }),
  sign: (event) =>
    done(event, async (input) => {
      await event.locals.api.acknowledgement.sign({ ...seenIn(input), typedName: String(input['typedName'] ?? '') });
      backTo(await whatIsNext(event, input['versionId']), 'policy-signed');
    }),
  reference: (event) =>
    done(event, async ({ reference, textSha256 }) => {
      const seen = { reference: String(reference), textSha256: String(textSha256) };
      await event.locals.api.acknowledgement.confirmReference(seen);
      backTo('/policy/sign', 'document-confirmed');
    }),
  refuse: (event) =>
    done(event, async ({ versionId, reason = '' }) => {
      await event.locals.api.acknowledgement.refuse({ versionId: String(versionId), reason: String(reason) });
      backTo('/policy/sign', 'policy-refused');
    }),
};
