// A trust's policy with one setting answered as it is to be locked, and a clause that says so. Pure.
import { answerAsText, answerFrom, sameAnswer, type Answer } from '../answer.ts';
import type { Clause, GivenSetting, PolicyDocument } from '../document.ts';
import type { Setting } from '../setting.ts';

/** The heading of clauses that a trust added by locking a setting. */
export const LOCKS_HEADING = 'Settings that the trust has locked';
const LONGEST_CLAUSE = 2000;
const PREFIX = 'LOCK-';

/** Where the policy answers so already, it stays as it is. */
export function withLock(
  document: PolicyDocument,
  setting: Setting<unknown>,
  answer: Answer,
  controlIds: readonly string[],
): PolicyDocument {
  const own = document.settings[setting.id];
  if (own && sameAnswer(answerFrom(own), answer)) return document;
  const id = own?.by.find((one) => one.startsWith(PREFIX)) ?? nextClauseId(document);
  const words = answerAsText(setting, answer);
  const clause: Clause = {
    id,
    number: `L${Number(id.slice(PREFIX.length))}`,
    under: LOCKS_HEADING,
    title: setting.question.slice(0, 200),
    text: words.length <= LONGEST_CLAUSE ? words : `${words.slice(0, LONGEST_CLAUSE - 1)}…`,
    binds: ['every school of the trust'],
    force: 'must',
    'rests-on': [...controlIds],
  };
  return {
    ...document,
    clauses: [...document.clauses.filter((one) => one.id !== id), clause],
    settings: { ...document.settings, [setting.id]: given(answer, id) },
  };
}

/** The clauses that give an answer, wherever it holds. */
export const clausesOfAnswer = ({ by, overrides = [] }: GivenSetting): string[] => [
  ...new Set([...by, ...overrides.flatMap((one) => one.by)]),
];

const given = ({ is, overrides }: Answer, clauseId: string): GivenSetting => ({
  is,
  by: [clauseId],
  ...(overrides.length === 0 ? {} : { overrides: overrides.map((one) => ({ ...one, by: [clauseId] })) }),
});

function nextClauseId({ clauses }: PolicyDocument): string {
  const taken = clauses.flatMap(({ id }) => (id.startsWith(PREFIX) ? [Number(id.slice(PREFIX.length))] : []));
  return `${PREFIX}${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`;
}
