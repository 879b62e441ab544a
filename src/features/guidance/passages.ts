// What can be found: each clause, each setting’s plain answer, each published note, as a title and a body. Pure.
import {
  allSettings,
  answerInWords,
  capital,
  roleLabels,
  type Clause,
  type PolicyDocument,
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

/** Gatepost's own clauses hold where the policy is silent: on one of their settings, or on what they rest on. */
export function standingIn(document: PolicyDocument, starter: PolicyDocument): Clause[] {
  if (document.id === starter.id) return [];
  const byDefault = new Set(
    Object.entries(starter.settings)
      .filter(([id]) => document.settings[id] === undefined)
      .flatMap(([, given]) => given?.by ?? []),
  );
  const served = new Set(document.clauses.flatMap((clause) => clause['rests-on']));
  return starter.clauses.filter(
    (clause) => byDefault.has(clause.id) || !clause['rests-on'].some((control) => served.has(control)),
  );
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
