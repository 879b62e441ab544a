// The policy in force as every other part reads it: an answer to each setting, and the clauses that give it.
import type { PolicyInForce, Ruling, SettingOf, Where } from '#kernel/policy.ts';
import { mostSpecific } from './answer.ts';
import type { GivenSetting, PolicyDocument } from './document.ts';
import { isOfTrust, sourceOf } from './trust/behind.ts';

/**
 * Where the document is silent, another answers, and the clause of that one is cited.
 * @param starter what answers then: Gatepost's starter, or the trust's policy before it (`trust/behind.ts`)
 */
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
      return { ...answerAt(setting, byDefault, where), source: sourceOf(null, byDefault) };
    },
    clausesOf: (controlId) => own.get(controlId) ?? nearest(fallback.get(controlId) ?? []),
  };
}

function answerAt<T>(setting: SettingOf<T>, given: GivenSetting, where: Where): Omit<Ruling<T>, 'source'> {
  const { is, by } = mostSpecific(given, given.overrides ?? [], where);
  return { value: setting.schema.parse(is), clauses: by };
}

/** The trust's clauses stand before Gatepost's: where there are any of hers, those are cited alone. */
function nearest(clauses: readonly string[]): readonly string[] {
  const ofTrust = clauses.filter(isOfTrust);
  return ofTrust.length > 0 ? ofTrust : clauses;
}

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
