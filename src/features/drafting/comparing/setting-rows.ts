// Two policies setting by setting: each answer that differs, in words, with the clauses that give it. Pure.
import {
  comparePolicies,
  placeInWords,
  settingById,
  wordsOf,
  type PolicyDifference,
  type PolicyDocument,
} from '#features/policy/index.ts';

export interface SettingPair {
  readonly id: string;
  readonly question: string;
  /** Empty where the answer holds generally. */
  readonly where: string;
  readonly before: string;
  readonly after: string;
  readonly change: PolicyDifference['settings'][number]['change'];
  readonly clausesBefore: readonly string[];
  readonly clausesAfter: readonly string[];
}

export const settingRows = (before: PolicyDocument, after: PolicyDocument): SettingPair[] =>
  settingPairs(comparePolicies(before, after), before, after);

export const settingPairs = (
  difference: PolicyDifference,
  before: PolicyDocument,
  after: PolicyDocument,
): SettingPair[] =>
  difference.settings.flatMap((one) => {
    const setting = settingById(one.id);
    if (!setting) return [];
    return [
      {
        id: one.id,
        question: one.question,
        where: one.place ? placeInWords(one.place) : '',
        before: wordsOf(setting, one.before),
        after: wordsOf(setting, one.after),
        change: one.change,
        clausesBefore: before.settings[one.id]?.by ?? [],
        clausesAfter: after.settings[one.id]?.by ?? [],
      },
    ];
  });
