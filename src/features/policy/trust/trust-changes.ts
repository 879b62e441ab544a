// What a trust has changed, one thing after another, as its schools are told it. Pure.
import { answerAsText, knownSetting } from '../answer.ts';
import type { LockRow, TrustVersionRow } from './queries.ts';
import { answerOfLock } from './put-trust-version.ts';

export interface TrustChange {
  readonly kind: 'policy' | 'lock' | 'lift';
  /** When it was done. */
  readonly at: string;
  /** From when it holds. */
  readonly effectiveOn: string;
  readonly title: string;
  readonly words: string;
  readonly reason: string;
  readonly settingId: string | null;
}

/** Newest first. A version that a lock made is told with the lock; so is what took another lock's place. */
export function trustChanges(versions: readonly TrustVersionRow[], locks: readonly LockRow[]): TrustChange[] {
  const policies = versions
    .filter(({ changes }) => changes === null)
    .map((row): TrustChange => ({
      kind: 'policy',
      at: row.put_at,
      effectiveOn: row.effective_on,
      title: `Version ${row.n} of the trust’s policy: ${row.title}`,
      words: 'It answers where your own policy is silent.',
      reason: row.reason,
      settingId: null,
    }));
  const locked = locks.map((row): TrustChange => {
    const setting = knownSetting(row.setting_id);
    return {
      kind: 'lock',
      at: row.set_at,
      effectiveOn: row.effective_on,
      title: `Locked: ${setting.question}`,
      words: `${answerAsText(setting, answerOfLock(row))} You may be stricter, and not looser.`,
      reason: row.reason,
      settingId: row.setting_id,
    };
  });
  const lifted = locks
    .filter((row) => row.lifted_at !== null && !locks.some((other) => isInItsPlace(other, row)))
    .map((row): TrustChange => ({
      kind: 'lift',
      at: row.lifted_at!,
      effectiveOn: row.lifted_on!,
      title: `No longer locked: ${knownSetting(row.setting_id).question}`,
      words: 'You decide for yourselves again. What you have stays as it is.',
      reason: row.lift_reason,
      settingId: row.setting_id,
    }));
  return [...policies, ...locked, ...lifted].toSorted((one, other) => other.at.localeCompare(one.at));
}

const isInItsPlace = (other: LockRow, row: LockRow): boolean =>
  other.setting_id === row.setting_id && other.id !== row.id && other.set_at === row.lifted_at;
