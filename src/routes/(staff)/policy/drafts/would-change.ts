// What a draft would change of the policy in force, in one line.
import { capital, listed, sayCount } from '#surfaces/web/say-count.ts';

export interface Counts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly settings: number;
  /** The same answer, which only one of the two gives itself. */
  readonly onlySaid: number;
}

const of = (count: number, one: string, more: string): string[] =>
  count === 0 ? [] : [`${sayCount(count)} ${count === 1 ? one : more}`];

/** “Three clauses new, one reworded and two answers different.” */
export function wouldChange({ added, removed, changed, settings, onlySaid }: Counts): string {
  const said = [
    ...of(added, 'clause is new', 'clauses are new'),
    ...of(removed, 'clause goes', 'clauses go'),
    ...of(changed, 'clause is reworded', 'clauses are reworded'),
    ...of(settings, 'answer differs', 'answers differ'),
    ...of(
      onlySaid,
      'answer stays the same, only said or no longer said',
      'answers stay the same, only said or no longer said',
    ),
  ];
  return said.length === 0 ? 'Nothing: it says what is in force.' : `${capital(listed(said))}.`;
}
