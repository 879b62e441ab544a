// At the publishing minute: whatever is new since the approval stops the post, and nothing else does.
import { describe, expect, test } from 'vitest';
import type { PolicyInForce } from '#kernel/policy.ts';
import type { Judgement } from './judgement.ts';
import { lastMinute, type LastLook } from './last-minute.ts';
import { hashOf } from './payload.ts';

const policy: PolicyInForce = {
  documentId: 'x', title: 'x', versionId: null,
  ruling: () => { throw new Error('It reads no setting.'); },
  clausesOf: (control) => [`of ${control}`],
}; // prettier-ignore
const payloads = [{ accountId: 'a', words: 'Hello.', pictures: [] }];
const HASH = hashOf(payloads, null);
const finding = (severity: 'warn' | 'review' | 'block', excerpt = 'it') =>
  ({
    rule: 'derogatory',
    severity,
    clauses: ['X-1'],
    byDefault: false,
    part: 'words',
    start: 0,
    end: 2,
    excerpt,
    message: '',
    remedy: '',
    fixes: [],
    who: null,
    contestable: false,
  }) as const;

function look(
  more: Partial<Omit<LastLook, 'judgement'>> & {
    findings?: ReturnType<typeof finding>[];
    obstacles?: Judgement['obstacles'];
    people?: number;
  } = {},
): LastLook {
  const { findings = [], obstacles = [], people = 1, ...rest } = more;
  const outcome = findings.some(({ severity }) => severity === 'block')
    ? 'block'
    : findings.some(({ severity }) => severity === 'review')
      ? 'review'
      : 'clear';
  const judgement = {
    policy, digest: '', lengths: new Map(), obstacles, free: true,
    checked: { outcome, findings },
    going: { payloads, hash: HASH },
    need: { none: people === 0, people, roles: [], clauses: ['X-2'], why: 'second-reader' },
  } as unknown as Judgement; // prettier-ignore
  return {
    judgement,
    hash: HASH,
    wantedAt: null,
    approvedHash: HASH,
    approvals: 1,
    foundBefore: [],
    authorLeft: false,
    unauthorised: [],
    ...rest,
  };
}

test('nothing new: it may go', () => {
  expect(lastMinute(look())).toBeNull();
  expect(lastMinute(look({ people: 0, approvedHash: null, approvals: 0 }))).toBeNull();
  expect(lastMinute(look({ findings: [finding('warn')] }))).toBeNull();
});

describe('stopped', () => {
  test('other bytes than were frozen, or than were approved, or another time', () => {
    for (const more of [{ hash: 'x' }, { hash: null }, { approvedHash: 'x' }, { wantedAt: '2026-11-20T15:30:00Z' }]) {
      expect(lastMinute(look(more))).toEqual({ code: 'bytes-differ', clauses: ['of posts.exact-approval'] });
    }
  });
  test('its author left, or may no longer write for an account', () => {
    for (const more of [{ authorLeft: true }, { unauthorised: ['Facebook'] }]) {
      expect(lastMinute(look(more))).toEqual({ code: 'no-longer-authorised', clauses: ['of accounts.authorisation'] });
    }
  });
  test('words that are now stopped, or something that now stands in the way', () => {
    expect(lastMinute(look({ findings: [finding('block')] }))).toEqual({ code: 'newly-blocked', clauses: ['X-1'] });
    const obstacle = { code: 'x', field: 'x', message: '', remedy: '', clauses: ['X-3'] };
    expect(lastMinute(look({ obstacles: [obstacle] }))).toEqual({ code: 'newly-blocked', clauses: ['X-3'] });
  });
  test('a question that nobody has read; one that was read and cleared may go', () => {
    expect(lastMinute(look({ findings: [finding('review')] }))).toEqual({
      code: 'newly-in-question',
      clauses: ['X-1'],
    });
    const known = [{ rule: 'derogatory', part: 'words', excerpt: 'it' }];
    expect(lastMinute(look({ findings: [finding('review')], foundBefore: known }))).toBeNull();
    expect(
      lastMinute(look({ findings: [finding('review'), finding('review', 'that')], foundBefore: known }))?.code,
    ).toBe('newly-in-question');
  });
  test('a reader is needed now, or one more', () => {
    expect(lastMinute(look({ approvedHash: null, approvals: 0 }))).toEqual({
      code: 'reader-now-needed',
      clauses: ['X-2'],
    });
    expect(lastMinute(look({ people: 2 }))?.code).toBe('reader-now-needed');
  });
});
