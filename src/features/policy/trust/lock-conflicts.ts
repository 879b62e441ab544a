// Where a school is looser than a lock of its trust that came later: until when it has, and whether that day has passed.
import type { Context } from '#kernel/context.ts';
import { loadModelPolicy } from '../model-policies.ts';
import { documentOf, versionRows } from '../queries.ts';
import { livingVersions, versionOn } from '../version-line.ts';
import { behindOn } from './against-locks.ts';
import { lockBreaches, type LockBreach } from './lock-breaches.ts';
import { isStanding, lockOf, lockRows, platformOfAccounts } from './queries.ts';

export interface LockConflict {
  readonly breach: LockBreach;
  /** The last day on which the school may still be looser. */
  readonly dueOn: string;
  /** `coming`: the lock has not begun yet. */
  readonly state: 'coming' | 'due' | 'overdue';
}

/** Nothing is changed by it: what the school has put in force holds until the school changes it. */
export async function lockConflicts(
  { db, scopeId }: Pick<Context, 'db' | 'scopeId'>,
  today: string,
  settingId?: string,
): Promise<LockConflict[]> {
  const locks = (await lockRows(db, 'of-this-school', settingId)).filter((row) => isStanding(row, today)).map(lockOf);
  if (locks.length === 0) return [];
  const [rows, platformOf] = await Promise.all([versionRows(db, scopeId), platformOfAccounts(db, scopeId)]);
  const living = livingVersions(rows);
  const joined = living[0]?.effective_on ?? today;
  const found = await Promise.all(
    locks.map(async (lock): Promise<LockConflict[]> => {
      const date = later(lock.effectiveOn, today);
      const version = versionOn(living, date);
      const [document, behind] = await Promise.all([
        version ? documentOf(db, scopeId, version.id) : loadModelPolicy('starter'),
        behindOn(db, date),
      ]);
      const dueOn = Temporal.PlainDate.from(later(lock.countsFrom, joined)).add({ days: lock.days }).toString();
      const state = lock.effectiveOn > today ? 'coming' : dueOn < today ? 'overdue' : 'due';
      return lockBreaches(document!, [lock], { behind, platformOf }).map((breach) => ({ breach, dueOn, state }));
    }),
  );
  return found.flat().toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
}

const later = (one: string, other: string): string => (one > other ? one : other);
