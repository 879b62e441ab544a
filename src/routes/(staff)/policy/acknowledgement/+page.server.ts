// Who has confirmed the policy and who has not: figures by group, names, reminders, and signatures on paper.
import { shown } from '#surfaces/web/answer.ts';
import { may } from '#surfaces/web/may.ts';
import { dayIn, sayDay, sayNearDay } from '#surfaces/web/say-time.ts';
import { citing } from '../../../clause-refs.ts';
import { done, isFresh, notFresh, nowOf, wrong, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import { everybodyOpen } from './everybody.ts';
import { addressWith, filtersIn, filtersOf } from './filters.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const PAGE = 100;
/** As recording asks for it, less the time that the form takes. */
const FRESH_MINUTES = 230;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, actor, gatepost } = event.locals;
    const filters = filtersOf(event.url);
    const from = Math.max(0, Number(event.url.searchParams.get('from')) || 0);
    const [{ versions, letters }, { clauses }] = await Promise.all([
      api.acknowledgement.readCoverage({}),
      api.policy.clauseNames({}),
    ]);
    const today = dayIn(nowOf(event), ZONE);
    const chosen = versions.find(({ versionId }) => versionId === filters.versionId) ?? versions[0];
    const list = chosen && (await api.acknowledgement.list({ ...filters, from, limit: PAGE } as never));
    const page = (start: number) => addressWith(event.url.pathname, filters, start > 0 ? { from: String(start) } : {});
    return {
      said: saidIn(event.url),
      today,
      filters,
      mayRecord: may(gatepost.registry, actor, 'acknowledgement.recordPaper'),
      versions: versions.map((one) => ({ ...one, from: sayDay(one.effectiveOn, today) })),
      version: chosen && { ...chosen, from: sayDay(chosen.effectiveOn, today), cited: citing(clauses)(chosen.clauses) },
      letters,
      list: list && {
        ...list,
        here: list.total === 0 ? '' : `${from + 1} to ${Math.min(from + PAGE, list.total)} of ${list.total}`,
        previous: from > 0 ? page(from - PAGE) : undefined,
        next: from + PAGE < list.total ? page(from + PAGE) : undefined,
        people: list.people.map((one) => ({
          ...one,
          groups: gatepost.words.mostExact(one.groups),
          dueOn: one.due && sayDay(one.due, today),
          done: one.doneOn && sayDay(one.doneOn, today),
          lastAsked: one.remindedAt && sayNearDay(dayIn(one.remindedAt, ZONE), today),
        })),
      },
      links: {
        csv: addressWith('/policy/acknowledgement/people.csv', filters),
        sheet: addressWith('/policy/acknowledgement/sheet', filters),
      },
    };
  });

/** Those who were ticked; or everybody whom the page’s filters show, when that was. */
async function chosenPeople(event: RequestEvent, input: Record<string, unknown>): Promise<string[]> {
  if (input['everybody'] !== true) return (input['personIds'] as string[] | undefined) ?? [];
  const { list } = event.locals.api.acknowledgement;
  return everybodyOpen((wanted) => list(wanted as never), filtersIn(input));
}

const here = (input: Record<string, unknown>): string => addressWith('/policy/acknowledgement', filtersIn(input));

export const actions: Actions = {
  remindAll: (event) =>
    done(event, async (input) => {
      const { people } = await event.locals.api.acknowledgement.ask({});
      backTo(here(input), people === 0 ? 'nobody-to-remind' : 'reminding');
    }),
  remind: (event) =>
    done(event, async (input) => {
      const personIds = await chosenPeople(event, input);
      if (personIds.length === 0) return wrong('everybody', 'Tick at least one person.', input);
      const { people } = await event.locals.api.acknowledgement.ask({ personIds });
      return backTo(here(input), people === 0 ? 'nobody-to-remind' : 'reminding');
    }),
  paper: (event) =>
    done(event, async (input, form) => {
      const { locals } = event;
      const personIds = await chosenPeople(event, input);
      if (personIds.length === 0)
        return wrong('everybody', 'Tick everybody whose signature stands on the sheet.', input);
      // Before the picture is taken in: nothing is kept for a form that is asked for once more.
      if (!isFresh(event, FRESH_MINUTES)) return notFresh(input);
      const file = form.get('sheet');
      const paperId =
        file instanceof File && file.size > 0 && locals.actor.kind === 'person'
          ? await locals.gatepost.papers.receive(
              locals.actor,
              file.stream() as unknown as AsyncIterable<Uint8Array>,
              file.size,
            )
          : undefined;
      await locals.api.acknowledgement.recordPaper({
        versionId: String(input['versionId']),
        personIds,
        signedOn: String(input['signedOn'] ?? ''),
        ...(input['fingerprint'] === undefined ? {} : { fingerprint: String(input['fingerprint']) }),
        ...(paperId === undefined ? {} : { paperId }),
      });
      return backTo(here(input), 'paper-recorded');
    }),
};
