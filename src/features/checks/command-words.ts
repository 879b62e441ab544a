// The answer of `gatepost check` in words for people.
import type { PolicyInForce } from '#kernel/policy.ts';
import type { Checked } from './check-draft.ts';
import type { Decider, Finding, Outcome } from './finding.ts';

const outcomes: Readonly<Record<Outcome, string>> = {
  clear: 'Nothing stands in the way of this draft.',
  warn: 'Worth a second look.',
  review: 'Needs a named person.',
  block: 'Stopped until it is changed.',
};
const decides: Readonly<Record<NonNullable<Decider>, string>> = {
  author: 'the author',
  headteacher: 'the headteacher',
  dsl: 'the safeguarding lead',
};
const colours: Readonly<Record<Outcome, string>> = { clear: '32', warn: '33', review: '35', block: '31' };

const heading = ({ severity, who }: Finding): string =>
  severity === 'block'
    ? 'Stops the post'
    : severity === 'review'
      ? `Needs ${who === null ? 'a named person' : decides[who]}`
      : 'Worth a second look';

/** Control characters in an excerpt must not reach a terminal. */
const printable = (words: string): string => words.replace(/(?!\n)\p{Cc}/gu, '�');

export const checkAnswerInWords = (policy: PolicyInForce, { outcome, findings }: Checked, colour: boolean): string => {
  const tint = (words: string, of: Outcome): string => (colour ? `\u001b[${colours[of]}m${words}\u001b[0m` : words);
  const lines = [`${tint(outcomes[outcome], outcome)} (${policy.title})`];
  for (const finding of findings) {
    lines.push(
      '',
      `${tint(heading(finding), finding.severity)}, ${finding.rule}, characters ${finding.start} to ${finding.end}`,
      `  ${printable(finding.message)}`,
      `  ${finding.remedy}`,
      `  ${finding.clauses.length === 0 ? 'No clause is cited.' : `Clause ${finding.clauses.join(', ')}`}`,
    );
  }
  return lines.join('\n');
};
