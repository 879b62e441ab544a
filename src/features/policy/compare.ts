// What differs between two policies: clauses added, removed or reworded, and answers that became stricter or looser.
import { samePlace } from './answer.ts';
import type { Clause, GivenSetting, Place, PolicyDocument } from './document.ts';
import { allSettings } from './settings/index.ts';
import type { Setting } from './setting.ts';
import { isStricter, same } from './strictness.ts';

export interface ClauseChange {
  readonly id: string;
  readonly before: Clause;
  readonly after: Clause;
  /** Which parts changed, such as `text` or `force`. */
  readonly parts: readonly (keyof Clause)[];
}

export interface SettingChange {
  readonly id: string;
  readonly question: string;
  /** Undefined for the answer that holds generally. */
  readonly place: Place | undefined;
  readonly before: unknown;
  readonly after: unknown;
  /** `said` and `unsaid`: the answer stays the same, but the policy now gives it itself, or no longer does. */
  readonly change: 'stricter' | 'looser' | 'different' | 'said' | 'unsaid';
}

export interface PolicyDifference {
  readonly added: readonly Clause[];
  readonly removed: readonly Clause[];
  readonly changed: readonly ClauseChange[];
  readonly settings: readonly SettingChange[];
}

export function comparePolicies(before: PolicyDocument, after: PolicyDocument): PolicyDifference {
  const earlier = new Map(before.clauses.map((clause) => [clause.id, clause]));
  const later = new Map(after.clauses.map((clause) => [clause.id, clause]));
  return {
    added: after.clauses.filter((clause) => !earlier.has(clause.id)),
    removed: before.clauses.filter((clause) => !later.has(clause.id)),
    changed: after.clauses.flatMap((clause) => clauseChange(earlier.get(clause.id), clause)),
    settings: allSettings.flatMap((setting) =>
      settingChanges(setting, before.settings[setting.id], after.settings[setting.id]),
    ),
  };
}

/** The same answer, which only one of the two gives itself. */
export const isOnlySaid = ({ change }: Pick<SettingChange, 'change'>): boolean =>
  change === 'said' || change === 'unsaid';

/** Of the answers, those that differ; and apart from them those that are the same, and said in only one of the two. */
export const answerCounts = (answers: readonly Pick<SettingChange, 'change'>[]) => {
  const onlySaid = answers.filter(isOnlySaid).length;
  return { settings: answers.length - onlySaid, onlySaid };
};

/** How much of each kind differs. */
export const countsOf = ({ added, removed, changed, settings }: PolicyDifference) => ({
  added: added.length,
  removed: removed.length,
  changed: changed.length,
  ...answerCounts(settings),
});

function clauseChange(before: Clause | undefined, after: Clause): ClauseChange[] {
  if (!before) return [];
  const parts = (Object.keys(after) as (keyof Clause)[]).filter((part) => !same(before[part], after[part]));
  return parts.length === 0 ? [] : [{ id: after.id, before, after, parts }];
}

function settingChanges(
  setting: Setting<unknown>,
  before: GivenSetting | undefined,
  after: GivenSetting | undefined,
): SettingChange[] {
  return placesOf(before, after).flatMap((place): SettingChange[] => {
    const was = answerFor(setting, before, place);
    const is = answerFor(setting, after, place);
    const changed = { id: setting.id, question: setting.question, place, before: was, after: is };
    if (!same(was, is)) return [{ ...changed, change: direction(setting, was, is) }];
    if (place !== undefined || (before === undefined) === (after === undefined)) return [];
    return [{ ...changed, change: after === undefined ? 'unsaid' : 'said' }];
  });
}

function direction(setting: Setting<unknown>, was: unknown, is: unknown): 'stricter' | 'looser' | 'different' {
  if (isStricter(setting, is, was)) return 'stricter';
  return isStricter(setting, was, is) ? 'looser' : 'different';
}

/** The general answer first, then each place for which either policy says something of its own. */
function placesOf(...given: readonly (GivenSetting | undefined)[]): (Place | undefined)[] {
  const places = new Map<string, Place>();
  for (const { account, platform, category } of given.flatMap((one) => one?.overrides ?? [])) {
    places.set(JSON.stringify([account, platform, category]), { account, platform, category });
  }
  return [undefined, ...places.values()];
}

function answerFor(setting: Setting<unknown>, given: GivenSetting | undefined, place: Place | undefined): unknown {
  const override = place && given?.overrides?.find((one) => samePlace(one, place));
  return override ? override.is : given ? given.is : setting.default;
}
