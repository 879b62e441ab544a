// The whole answer to a setting: what holds generally, and what holds instead for an account, a platform or a kind of post.
import { capital, answerInWords, placeInWords } from './answer-in-words.ts';
import type { GivenSetting, Place, PolicyDocument } from './document.ts';
import { settingById } from './settings/index.ts';
import type { Setting } from './setting.ts';
import { isStricter, same } from './strictness.ts';

export interface Elsewhere extends Place {
  readonly is: unknown;
}

export interface Answer {
  readonly is: unknown;
  readonly overrides: readonly Elsewhere[];
}

export type Direction = 'stricter' | 'looser' | 'different' | 'same';

/** A setting by its id. @throws for an id that only a mistake of ours can name */
export function knownSetting(id: string): Setting<unknown> {
  const setting = settingById(id);
  if (!setting) throw new Error(`There is no setting ${id}.`);
  return setting;
}

export const placeOf = ({ account, platform, category }: Place): Place => ({
  ...(account === undefined ? {} : { account }),
  ...(platform === undefined ? {} : { platform }),
  ...(category === undefined ? {} : { category }),
});
export const samePlace = (one: Place, other: Place): boolean => same(placeOf(one), placeOf(other));

export const answerFrom = (given: GivenSetting): Answer => ({
  is: given.is,
  overrides: (given.overrides ?? []).map((one) => ({ ...placeOf(one), is: one.is })),
});

/** What holds at a place: an account is more specific than any platform and kind of post together, a platform more than a kind. */
export function mostSpecific<General, Other extends Place & General>(
  general: General,
  overrides: readonly Other[],
  where: Place,
): General {
  let best: General = general;
  let bestWeight = 0;
  for (const override of overrides) {
    const weight = holdsAt(override, where) ? weightOf(override) : 0;
    if (weight > bestWeight) [best, bestWeight] = [override, weight];
  }
  return best;
}

const holdsAt = (place: Place, where: Place): boolean =>
  (['account', 'platform', 'category'] as const).every(
    (kind) => place[kind] === undefined || place[kind] === where[kind],
  );

const weightOf = (place: Place): number =>
  (place.account === undefined ? 0 : 4) +
  (place.platform === undefined ? 0 : 2) +
  (place.category === undefined ? 0 : 1);

export const heldAt = (answer: Answer, where: Place): unknown =>
  mostSpecific<{ readonly is: unknown }, Elsewhere>(answer, answer.overrides, where).is;

/** What a policy answers; where it is silent, what the starter does. */
export function answerOf(document: PolicyDocument, starter: PolicyDocument, settingId: string): Answer {
  const given = document.settings[settingId] ?? starter.settings[settingId];
  if (!given) throw new Error(`The starter policy gives no answer to ${settingId}.`);
  return answerFrom(given);
}

/** The same answer everywhere, in whatever order the places stand. */
export const sameAnswer = (one: Answer, other: Answer): boolean =>
  same(one.is, other.is) &&
  one.overrides.length === other.overrides.length &&
  one.overrides.every((here) => other.overrides.some((there) => samePlace(here, there) && same(here.is, there.is)));

export const answerAsText = (setting: Setting<unknown>, { is, overrides }: Answer): string =>
  [
    capital(answerInWords(setting, is)),
    ...overrides.map((one) => `For ${placeInWords(one)}: ${answerInWords(setting, one.is)}`),
  ].join(' ');

/** Whether going from one answer to another allows less or more: for what holds generally, then for each place. */
export function directionOf(setting: Setting<unknown>, before: Answer, after: Answer): Direction {
  const places: (Place | undefined)[] = [undefined, ...before.overrides, ...after.overrides];
  const steps = new Set(
    places
      .map((place) => [holdingAt(before, place), holdingAt(after, place)] as const)
      .filter(([was, is]) => !same(was, is))
      .map(([was, is]) =>
        isStricter(setting, is, was) ? 'stricter' : isStricter(setting, was, is) ? 'looser' : 'different',
      ),
  );
  if (steps.size === 0) return 'same';
  return steps.size === 1 ? [...steps][0]! : 'different';
}

const holdingAt = ({ is, overrides }: Answer, place: Place | undefined): unknown => {
  const found = place && overrides.find((one) => samePlace(one, place));
  return found ? found.is : is;
};
