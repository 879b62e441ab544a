// At the publishing minute: is it still what was approved, and would it be approved today? Pure.
import { storedFinding } from './evaluate.ts';
import type { Judgement } from './judgement.ts';
import { hashOf } from './payload.ts';

export interface LastLook {
  readonly judgement: Judgement;
  /** The hash that was frozen with the version. */
  readonly hash: string | null;
  readonly wantedAt: string | null;
  /** The hash that was approved; null when nobody decided. */
  readonly approvedHash: string | null;
  readonly approvals: number;
  /** Findings that were known when it was let through. */
  readonly foundBefore: readonly KnownFinding[];
  readonly authorLeft: boolean;
  /** Accounts that the last editor is no longer authorised for. */
  readonly unauthorised: readonly string[];
}

export interface KnownFinding {
  readonly rule: string;
  readonly part: string;
  readonly excerpt: string;
}

export interface Trouble {
  readonly code: 'bytes-differ' | 'newly-blocked' | 'newly-in-question' | 'reader-now-needed' | 'no-longer-authorised';
  readonly clauses: readonly string[];
}

/** @returns what is new since the approval, or null when it may go */
export function lastMinute(look: LastLook): Trouble | null {
  const { judgement, approvedHash } = look;
  const { checked, need, obstacles, policy } = judgement;
  const hashNow = hashOf(judgement.going.payloads, look.wantedAt);
  if (hashNow !== look.hash || (approvedHash !== null && approvedHash !== hashNow)) {
    return { code: 'bytes-differ', clauses: policy.clausesOf('posts.exact-approval') };
  }
  if (look.authorLeft || look.unauthorised.length > 0) {
    return { code: 'no-longer-authorised', clauses: policy.clausesOf('accounts.authorisation') };
  }
  if (checked.outcome === 'block' || obstacles.length > 0) {
    const clauses = [
      ...checked.findings.filter((one) => one.severity === 'block').flatMap((one) => one.clauses),
      ...obstacles.flatMap((one) => one.clauses),
    ];
    return { code: 'newly-blocked', clauses: [...new Set(clauses)] };
  }
  const known = new Set(look.foundBefore.map(keyOf));
  const unread = checked.findings.filter((one) => one.severity === 'review' && !known.has(keyOf(storedFinding(one))));
  if (unread.length > 0) {
    return { code: 'newly-in-question', clauses: [...new Set(unread.flatMap((one) => one.clauses))] };
  }
  if (!need.none && (approvedHash === null || look.approvals < need.people))
    return { code: 'reader-now-needed', clauses: need.clauses };
  return null;
}

const keyOf = ({ rule, part, excerpt }: KnownFinding): string => [rule, part, excerpt].join('|');
