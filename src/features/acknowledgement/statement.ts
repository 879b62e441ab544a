// The exact words that somebody confirms: built from the policy itself, what they answer for, and the policies read with it. Pure.
import type { Clause, PolicyDocument } from '#features/policy/index.ts';
import type { Kind } from './groups.ts';

/** The control on which a clause rests that people confirm one by one: behaviour, confidentiality, liability and the like. */
const CONFIRMED = 'policy.acknowledgement';

export interface LinkedShown {
  readonly title: string;
  /** Whose it is: this school, the trust, or somebody outside. */
  readonly owner: string;
  /** Its edition or date in words; empty where the school has not said. */
  readonly dated: string;
  /** Where it is read; empty where the school has not said. */
  readonly href: string;
}

export interface OwnResponsibility {
  readonly label: string;
  readonly meaning: string;
}

export interface StatementFacts {
  readonly document: PolicyDocument;
  readonly school: string;
  readonly version: { readonly n: number; readonly effectiveOn: string; readonly sha256: string };
  readonly kind: Kind;
  readonly responsibilities: readonly OwnResponsibility[];
  readonly linked: readonly LinkedShown[];
}

export interface Statement {
  readonly opening: string;
  /** Clauses of the policy that are said once more, because confirming it is what they ask for. */
  readonly clauses: readonly Pick<Clause, 'id' | 'number' | 'text'>[];
  readonly responsibilities: readonly OwnResponsibility[];
  readonly linked: readonly LinkedShown[];
  readonly closing: string;
}

export function statementOf(facts: StatementFacts): Statement {
  const { document, school, version, kind, responsibilities, linked } = facts;
  return {
    opening:
      `I have read the whole of “${document.title}” of ${school}, version ${version.n}, in force from ` +
      `${version.effectiveOn} (SHA-256 ${version.sha256}), and I understand it. I will keep to it.`,
    clauses: document.clauses
      .filter((clause) => clause['rests-on'].includes(CONFIRMED))
      .map(({ id, number, text }) => ({ id, number, text })),
    responsibilities,
    linked,
    closing: CLOSING[kind],
  };
}

const CLOSING: Readonly<Record<Kind, string>> = {
  read: 'I confirm this.',
  quiz: 'I have answered the questions on it rightly, and I confirm this.',
  signature: 'I sign this with my name.',
};

/** The statement as one text: these bytes are hashed, kept and signed. */
export function statementText({ opening, clauses, responsibilities, linked, closing }: Statement): string {
  return [
    opening,
    ...section(
      'In particular, the policy says:',
      clauses.map(({ id, number, text }) => `${number} (${id}) ${text}`),
    ),
    ...section(
      'What I answer for:',
      responsibilities.map(({ label, meaning }) => `${label}: ${meaning}`),
    ),
    ...section(
      'It is read together with:',
      linked.map(({ title, owner, dated }) => [title, owner, dated].filter(Boolean).join(', ')),
    ),
    closing,
  ].join('\n\n');
}

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [[heading, ...lines.map((line) => `– ${line}`)].join('\n')];
