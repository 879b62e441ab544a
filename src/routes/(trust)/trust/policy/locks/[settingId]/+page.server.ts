// One question at the trust: what its policy answers, whether it is locked, and the way to lock it or to lift the lock.
import { shown } from '#surfaces/web/answer.ts';
import { sayDay, sayNearDay, dayIn } from '#surfaces/web/say-time.ts';
import {
  answerIn,
  listOf,
  overridesIn,
  placeText,
} from '../../../../../(staff)/policy/settings/[settingId]/answer-fields.ts';
import { backTo, saidIn } from '../../../../../(staff)/said.ts';
import { done, nowOf, ZONE } from '../../../../../answering.ts';
import type { Actions, PageServerLoad } from './$types';

type Read = Awaited<ReturnType<App.Locals['api']['policy']['readLock']>>;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const setting = await event.locals.api.policy.readLock({ settingId: event.params.settingId });
    const today = dayIn(nowOf(event), ZONE);
    const lockView = (lock: Read['standing'][number]) => ({
      ...lock,
      from: sayNearDay(lock.effectiveOn, today),
      until: lock.liftedOn && sayDay(lock.liftedOn, today),
      looser: lock.looser.map((one) => ({ ...one, by: sayDay(one.dueOn, today) })),
    });
    return {
      said: saidIn(event.url),
      today,
      setting: {
        ...setting,
        clauses: setting.clauses.map(({ id, number, title, text }) => ({
          number,
          name: title,
          text,
          href: `/trust/policy#${id}`,
        })),
        standing: setting.standing.map(lockView),
        past: setting.past.map((lock) => ({ ...lockView(lock), liftReason: lock.liftReason })),
        places: placesOf(setting),
      },
    };
  });

export const actions: Actions = {
  lock: (event) =>
    done(event, async (input) => {
      const { settingId } = event.params;
      const { policy } = event.locals.api;
      const { shape, places } = await policy.readLock({ settingId });
      const day = textIn(input, 'effectiveOn');
      const days = textIn(input, 'days').trim();
      await policy.lockSetting({
        settingId,
        is: answerIn(shape, input['is']),
        ...(places.length > 0 ? { overrides: overridesIn(shape, input['overrides']) } : {}),
        ...(day === '' ? {} : { effectiveOn: day }),
        ...(days === '' ? {} : { days: Number(days) }),
        reason: textIn(input, 'reason'),
      });
      backTo(event.url.pathname, 'trust-locked');
    }),
  lift: (event) =>
    done(event, async (input) => {
      const from = textIn(input, 'from');
      await event.locals.api.policy.liftLock({
        settingId: event.params.settingId,
        ...(from === '' ? {} : { from }),
        reason: textIn(input, 'reason'),
      });
      backTo(event.url.pathname, 'trust-lifted');
    }),
};

const WHERE = { platform: 'On', category: 'Posts of the kind' } as const;

/** One choice for the place of another answer, with those in use that name more than one thing. */
function placesOf({ places, answer }: Read) {
  const nowhere = { account: null, platform: null, category: null };
  const listed = places.flatMap(({ kind, options }) =>
    options.map(({ value, label }) => ({
      value: placeText({ ...nowhere, [kind]: value }),
      label: `${WHERE[kind]} ${label}`,
    })),
  );
  const more = answer.overrides
    .map((one) => ({ value: placeText(one), label: one.where }))
    .filter(({ value }) => !listed.some((option) => option.value === value));
  return places.length === 0 ? [] : [...listed, ...more];
}

const textIn = (input: Readonly<Record<string, unknown>>, field: string): string =>
  String(listOf([input[field] ?? '']).at(0));
