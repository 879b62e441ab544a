// What stands between somebody and the composer, as its page shows it.
import type { RequestEvent } from '@sveltejs/kit';
import { citing } from '../../../clause-refs.ts';

export type BeforeWriting = Awaited<ReturnType<typeof beforeWriting>>;

export async function beforeWriting({ locals: { api } }: Pick<RequestEvent, 'locals'>) {
  const [before, { clauses }] = await Promise.all([api.accounts.readBeforeWriting({}), api.policy.clauseNames({})]);
  const cite = citing(clauses);
  const cited = ({ what, href, clauses: ids }: (typeof before.missing)[number]) => ({ what, href, clauses: cite(ids) });
  return {
    missing: before.missing.map(cited),
    places: before.places.map(cited),
    reminder: before.reminder,
    accounts: before.accounts,
    clauses: cite(before.clauses),
    /** The composer may be opened; what is left concerns single platforms. */
    isOpen: before.missing.length === 0 && before.reminder === null && before.accounts.length === 0,
  };
}
