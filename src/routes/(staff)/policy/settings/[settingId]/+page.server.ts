// One setting: what it answers and who says so, what reads it, what became of it; and a change of it in two steps.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment, sayNearDay } from '#surfaces/web/say-time.ts';
import { citing } from '../../../../clause-refs.ts';
import { done, nowOf, wrong, ZONE } from '../../../../answering.ts';
import { backTo, saidIn } from '../../../said.ts';
import { sayIssue } from '../../say-issue.ts';
import { lockHere } from '../../trust-here.ts';
import { answerIn, fieldsFor, listOf, overridesIn, placeText, type Shape } from './answer-fields.ts';
import { placeOptions, placesIn, type Placed } from './place-options.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const { settingId } = event.params;
    const [setting, { clauses: names }, { accounts }] = await Promise.all([
      api.policy.readSetting({ settingId }),
      api.policy.clauseNames({}),
      api.accounts.list({}),
    ]);
    const today = dayIn(nowOf(event), ZONE);
    const cite = citing(names);
    const place = placesIn(accounts);
    const undo = setting.history.find(({ n }) => String(n) === event.url.searchParams.get('undo'));
    return {
      said: saidIn(event.url),
      today,
      setting: {
        ...setting,
        version: setting.version && { n: setting.version.n, issued: sayIssue(setting.version.issued) },
        clauses: cite(setting.clauses),
        locks: setting.locks.map(lockHere(cite, today)),
        overrides: setting.overrides.map((one) => ({ ...one, where: place(one), clauses: cite(one.clauses) })),
        departs: setting.departs && {
          ...setting.departs,
          answer: inWords(setting.departs.answer, place),
          clauses: cite(setting.departs.clauses),
        },
        endsWith: setting.endsWith && { ...setting.endsWith, from: sayDay(setting.endsWith.effectiveOn, today) },
        places: placeOptions(setting.places, accounts, setting.overrides),
      },
      history: setting.history.map((step) => ({
        ...step,
        from: sayNearDay(step.effectiveOn, today),
        when: sayMoment(step.at, ZONE, nowOf(event)),
        was: step.before && inWords(step.before, place),
        is: inWords(step.after, place),
        calledOff: step.calledOff && { ...step.calledOff, when: sayMoment(step.calledOff.at, ZONE, nowOf(event)) },
      })),
      // What the form begins with: what is in force, or what an undone change would bring back.
      start: undo?.before
        ? { is: undo.before.is, overrides: undo.before.overrides, undoes: undo.n }
        : { is: setting.is, overrides: setting.overrides, undoes: null },
    };
  });

export const actions: Actions = {
  look: (event) =>
    done(event, async (input) => {
      const reason = textIn(input, 'reason').trim();
      if (reason.length < 3) return wrong('reason', 'Write why, for those who will ask.', input);
      return { look: await lookedAt(event, input), values: input };
    }),
  // Back from the second step to the first, with everything that was typed.
  edit: (event) => done(event, async (input) => ({ values: input })),
  change: (event) =>
    done(
      event,
      async (input) => {
        const change = await changeIn(event, input);
        const { effectiveOn } = await event.locals.api.policy.changeSetting({
          ...change,
          reason: textIn(input, 'reason'),
          material: input['material'] === true,
          revision: textIn(input, 'revision'),
        });
        const isToday = effectiveOn === dayIn(nowOf(event), ZONE);
        backTo(event.url.pathname, isToday ? 'setting-changed' : 'setting-waits');
      },
      async (input) => ({ look: await lookedAt(event, input) }),
    ),
  cancel: (event) =>
    done(event, async (input) => {
      await event.locals.api.policy.cancelChange({ changeId: textIn(input, 'changeId') });
      redirect(303, `${event.url.pathname}?said=setting-called-off`);
    }),
};

type Event = Pick<RequestEvent<{ settingId: string }>, 'locals' | 'params'>;
type Input = Readonly<Record<string, unknown>>;

async function changeIn({ locals, params }: Event, input: Input) {
  const { settingId } = params;
  const { shape, places } = await locals.api.policy.readSetting({ settingId });
  const day = textIn(input, 'effectiveOn');
  return {
    settingId,
    is: answerIn(shape, input['is']),
    ...(places.length > 0 ? { overrides: overridesIn(shape, input['overrides']) } : {}),
    ...(day === '' ? {} : { effectiveOn: day }),
  };
}

/** The second step: what it would come to, in words, and everything typed in fields of its own. */
async function lookedAt(event: Event & Pick<RequestEvent, 'locals'>, input: Input) {
  const { api } = event.locals;
  const change = await changeIn(event, input);
  const [preview, affected, { shape }, { clauses: names }, { accounts }] = await Promise.all([
    api.policy.previewSetting(change),
    api.posts.affectedBySetting(change),
    api.policy.readSetting({ settingId: change.settingId }),
    api.policy.clauseNames({}),
    api.accounts.list({}),
  ]);
  const now = nowOf(event);
  const today = dayIn(now, ZONE);
  const place = placesIn(accounts);
  return {
    ...preview,
    from: sayNearDay(preview.effectiveOn, today),
    before: inWords(preview.before, place),
    after: inWords(preview.after, place),
    adopted: {
      ...preview.adopted,
      answer: inWords(preview.adopted.answer, place),
      clauses: citing(names)(preview.adopted.clauses),
    },
    laterChanges: preview.laterChanges.map((later) => ({
      from: sayDay(later.effectiveOn, today),
      answer: inWords(later.answer, place),
    })),
    endsWith: preview.endsWith && { ...preview.endsWith, from: sayDay(preview.endsWith.effectiveOn, today) },
    affected: {
      ...affected,
      posts: affected.posts.map((post) => ({
        ...post,
        goes: post.wantedAt === null ? '' : sayMoment(post.wantedAt, ZONE, now),
      })),
    },
    fields: [
      ...fieldsFor(shape as Shape, change.is, 'is'),
      ...(change.overrides ?? []).flatMap(({ is, ...where }, at) => [
        [`overrides.${at}.where`, placeText({ account: null, platform: null, category: null, ...where })] as const,
        ...fieldsFor(shape as Shape, is, `overrides.${at}.is`),
      ]),
    ],
  };
}

const inWords = (
  answer: { readonly words: string; readonly overrides: readonly (Placed & { readonly words: string })[] },
  place: (one: Placed) => string,
) => ({ words: answer.words, elsewhere: answer.overrides.map((one) => ({ where: place(one), words: one.words })) });

const textIn = (input: Input, field: string): string => String(listOf([input[field] ?? '']).at(0));
