// The policy in force as every other part reads it: an answer to each setting, and the clauses that give it.
import type { PolicyInForce, Ruling, SettingOf, Where } from '#kernel/policy.ts';
import type { GivenSetting, Place, PolicyDocument } from './document.ts';

/** Where the document is silent, the starter answers, and its own clause is cited. */
export function policyInForce(
  document: PolicyDocument,
  starter: PolicyDocument,
  versionId: string | null = null,
): PolicyInForce {
  const own = clausesByControl(document);
  const fallback = clausesByControl(starter);
  return {
    documentId: document.id,
    title: document.title,
    versionId,
    ruling: <T>(setting: SettingOf<T>, where: Where = {}): Ruling<T> => {
      const given = document.settings[setting.id];
      if (given) return { ...answerAt(setting, given, where), source: 'policy' };
      const byDefault = starter.settings[setting.id];
      if (!byDefault) throw new Error(`The starter policy gives no answer to ${setting.id}.`);
      return { ...answerAt(setting, byDefault, where), source: 'default' };
    },
    clausesOf: (controlId) => own.get(controlId) ?? fallback.get(controlId) ?? [],
  };
}

function answerAt<T>(setting: SettingOf<T>, given: GivenSetting, where: Where): Omit<Ruling<T>, 'source'> {
  let best: { readonly is: unknown; readonly by: readonly string[] } = given;
  let bestWeight = 0;
  for (const override of given.overrides ?? []) {
    const weight = holdsAt(override, where) ? weightOf(override) : 0;
    if (weight > bestWeight) [best, bestWeight] = [override, weight];
  }
  return { value: setting.schema.parse(best.is), clauses: best.by };
}

const holdsAt = (place: Place, where: Where): boolean =>
  (['account', 'platform', 'category'] as const).every(
    (kind) => place[kind] === undefined || place[kind] === where[kind],
  );

/** An account is more specific than any platform and category together, a platform more than a category. */
const weightOf = (place: Place): number =>
  (place.account === undefined ? 0 : 4) +
  (place.platform === undefined ? 0 : 2) +
  (place.category === undefined ? 0 : 1);

function clausesByControl(document: PolicyDocument): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const clause of document.clauses) {
    for (const control of clause['rests-on']) {
      const clauses = found.get(control);
      if (clauses) clauses.push(clause.id);
      else found.set(control, [clause.id]);
    }
  }
  return found;
}
