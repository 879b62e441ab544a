// The exact words that somebody confirms: built from the policy itself, what they answer for, and the documents read with it. Pure.
import type { PolicyDocument } from '#features/policy/index.ts';
import type { Kind } from './groups.ts';
import { referenceInWords, type ReadWith } from './read-with.ts';

/** The control on which a clause rests that people confirm one by one: behaviour, confidentiality, liability and the like. */
const CONFIRMED = 'policy.acknowledgement';

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
  readonly readWith: ReadWith;
}

export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface Statement {
  readonly opening: string;
  /** In their order; none of them is empty. */
  readonly sections: readonly Section[];
  readonly closing: string;
}

export function statementOf(facts: StatementFacts): Statement {
  const { document, school, version, kind, responsibilities, readWith } = facts;
  const said = document.clauses.filter((clause) => clause['rests-on'].includes(CONFIRMED));
  const sections = [
    // Said once more, because confirming it is what these clauses ask for.
    {
      heading: 'In particular, the policy says:',
      lines: said.map(({ id, number, text }) => `${number} (${id}) ${text}`),
    },
    { heading: 'What I answer for:', lines: responsibilities.map(({ label, meaning }) => `${label}: ${meaning}`) },
    { heading: 'I have read these too, and keep to them:', lines: readWith.entered.map(referenceInWords) },
    // Named, and read by nobody: they are no part of what is promised.
    { heading: 'The policy also names these, which the school has not entered yet:', lines: readWith.notEntered },
  ];
  return {
    opening:
      `I have read the whole of “${document.title}” of ${school}, version ${version.n}, in force from ` +
      `${version.effectiveOn} (SHA-256 ${version.sha256}), and I understand it. I will keep to it.`,
    sections: sections.filter(({ lines }) => lines.length > 0),
    closing: CLOSING[kind],
  };
}

const CLOSING: Readonly<Record<Kind, string>> = {
  read: 'I confirm this.',
  quiz: 'I have answered the questions on it rightly, and I confirm this.',
  signature: 'I sign this with my name.',
};

/** The statement as one text: these bytes are hashed, kept and signed. */
export const statementText = ({ opening, sections, closing }: Statement): string =>
  [
    opening,
    ...sections.map(({ heading, lines }) => [heading, ...lines.map((line) => `– ${line}`)].join('\n')),
    closing,
  ].join('\n\n');
