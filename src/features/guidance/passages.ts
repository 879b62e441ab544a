// What can be found: each clause, each setting’s plain answer, each published note, as a title and a body. Pure.
import {
  allSettings,
  answerInWords,
  capital,
  isOfTrust,
  roleLabels,
  type Clause,
  type Documents,
} from '#features/policy/index.ts';
import type { PolicyInForce } from '#kernel/policy.ts';

export interface Answered {
  readonly settingId: string;
  readonly question: string;
  readonly answer: string;
  readonly clauses: readonly string[];
  readonly byDefault: boolean;
  /** Where the answer names roles: which. */
  readonly roles: readonly string[];
}

export type Passage = { readonly title: string; readonly body: string; readonly clauseId: string | null } & (
  | { readonly kind: 'clause' }
  | { readonly kind: 'setting'; readonly setting: Answered }
  | { readonly kind: 'note'; readonly noteId: string; readonly words: string }
);

export interface Note {
  readonly id: string;
  readonly clause_id: string | null;
  readonly words: string;
}

export const answeredSettings = (policy: PolicyInForce): Answered[] =>
  allSettings.map((setting) => {
    const { value, clauses, source } = policy.ruling(setting);
    return {
      settingId: setting.id,
      question: setting.question,
      answer: capital(answerInWords(setting, value)),
      clauses,
      byDefault: source === 'default',
      roles: setting.answers === roleLabels ? [value].flat().map(String) : [],
    };
  });

/** Others' clauses hold where the policy is silent, on a setting or on what they rest on: the trust's first, then Gatepost's own. */
export function standingIn({ document, behind }: Documents): Clause[] {
  if (document.id === behind.id) return [];
  const answering = new Set(
    Object.entries(behind.settings)
      .filter(([id]) => document.settings[id] === undefined)
      .flatMap(([, given]) => given?.by ?? []),
  );
  const hold = (clauses: readonly Clause[], before: readonly Clause[]) => {
    const served = new Set(before.flatMap((clause) => clause['rests-on']));
    return clauses.filter(
      (clause) => answering.has(clause.id) || !clause['rests-on'].some((control) => served.has(control)),
    );
  };
  const ofTrust = hold(
    behind.clauses.filter(({ id }) => isOfTrust(id)),
    document.clauses,
  );
  const ofStarter = hold(
    behind.clauses.filter(({ id }) => !isOfTrust(id)),
    [...document.clauses, ...ofTrust],
  );
  return [...ofTrust, ...ofStarter];
}

export const passagesOf = (
  clauses: readonly Clause[],
  answered: readonly Answered[],
  notes: readonly Note[],
): Passage[] => [
  ...clauses.map(({ id, title, under, text }) => ({
    kind: 'clause' as const,
    title,
    body: `${under}. ${text}`,
    clauseId: id,
  })),
  ...answered.map((setting) => ({
    kind: 'setting' as const,
    title: setting.question,
    body: setting.answer,
    clauseId: setting.clauses[0] ?? null,
    setting,
  })),
  ...notes.map(({ id, clause_id, words }) => ({
    kind: 'note' as const,
    title: '',
    body: words,
    clauseId: clause_id,
    noteId: id,
    words,
  })),
];
