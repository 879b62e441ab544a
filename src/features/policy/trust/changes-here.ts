// What the trust has changed since somebody at this school last looked.
import type { Context } from '#kernel/context.ts';
import { lockRows, seenUpTo, trustVersionRows } from './queries.ts';
import { trustChanges, type TrustChange } from './trust-changes.ts';

export async function unseenChanges({ db, scopeId }: Pick<Context, 'db' | 'scopeId'>): Promise<TrustChange[]> {
  const [versions, locks, upTo] = await Promise.all([
    trustVersionRows(db, 'of-this-school'),
    lockRows(db, 'of-this-school'),
    seenUpTo(db, scopeId),
  ]);
  const seen = upTo === null ? null : Temporal.Instant.from(upTo);
  return trustChanges(versions, locks).filter(
    ({ at }) => seen === null || Temporal.Instant.compare(Temporal.Instant.from(at), seen) > 0,
  );
}
