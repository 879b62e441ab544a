// The trust's own policy whole: its versions and clauses, what is locked, and how each school stands.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, trustLeads, trustRow } from '#features/schools/index.ts';
import { loadModelPolicy } from '../model-policies.ts';
import { allSettings } from '../settings/index.ts';
import { wordsOf } from '../setting-view.ts';
import { schoolsAtTrust, schoolShape } from '../trust/schools-at-trust.ts';
import { lockAtTrust, lockAtTrustShape } from '../trust/lock-at-trust.ts';
import { isStanding, lockRows, trustDocument, trustVersionRows } from '../trust/queries.ts';
import { trustChanges } from '../trust/trust-changes.ts';

export const readTrustPolicy = defineAction({
  name: 'policy.readTrustPolicy',
  kind: 'read',
  summary: 'Read the trust’s policy: its clauses, what is locked, and how each school stands.',
  route: 'GET /trust/policy',
  scope: 'trust',
  who: trustLeads,
  input: z.object({}),
  output: z.object({
    trust: z.string(),
    today: z.string(),
    changedAt: z.string().nullable().describe('When the policy or a lock was last changed'),
    versions: z
      .array(
        z.object({
          id: z.string(),
          n: z.number(),
          title: z.string(),
          effectiveOn: z.string(),
          putAt: z.string(),
          reason: z.string(),
          sha256: z.string(),
          state: z.enum(['before', 'in-force', 'waiting']),
          settingId: z.string().nullable().describe('The one setting that it changes'),
        }),
      )
      .describe('Newest first'),
    policy: z
      .object({
        n: z.number(),
        title: z.string(),
        clauses: z.array(
          z.object({ id: z.string(), number: z.string(), under: z.string(), title: z.string(), text: z.string() }),
        ),
      })
      .nullable()
      .describe('In force today'),
    settings: z.array(
      z.object({
        id: z.string(),
        question: z.string(),
        words: z.string(),
        silent: z
          .boolean()
          .describe('The trust’s policy says nothing; each school answers for itself, or Gatepost does'),
        clauses: z.array(z.string()),
        locks: z.array(lockAtTrustShape),
      }),
    ),
    schools: z.array(schoolShape),
  }),
  controls: ['policy.trust-wide', 'policy.trust-lock'],
}).handle(async ({ db, scopeId, at }) => {
  const trust = await trustRow(db, scopeId);
  if (!trust) throw fail.notFound('trust');
  const whose = { trustId: scopeId };
  const today = dayOf(at);
  const [versions, locks, starter, schools] = await Promise.all([
    trustVersionRows(db, whose),
    lockRows(db, whose),
    loadModelPolicy('starter'),
    schoolsAtTrust(db, scopeId),
  ]);
  const now = versions.findLast((one) => one.effective_on <= today);
  const document = now ? await trustDocument(db, whose, now.id) : null;
  const standing = locks.filter((row) => isStanding(row, today));
  return {
    trust: trust.name,
    today,
    changedAt: trustChanges(versions, locks)[0]?.at ?? null,
    versions: versions.toReversed().map((one) => ({
      id: one.id,
      n: one.n,
      title: one.title,
      effectiveOn: one.effective_on,
      putAt: one.put_at,
      reason: one.reason,
      sha256: one.sha256,
      state:
        one === now ? ('in-force' as const) : one.effective_on > today ? ('waiting' as const) : ('before' as const),
      settingId: one.changes,
    })),
    policy: document && {
      n: now!.n,
      title: document.title,
      clauses: document.clauses.map(({ id, number, under, title, text }) => ({ id, number, under, title, text })),
    },
    settings: allSettings.map((setting) => {
      const own = document?.settings[setting.id];
      const given = own ?? starter.settings[setting.id]!;
      return {
        id: setting.id,
        question: setting.question,
        words: wordsOf(setting, given.is),
        silent: own === undefined,
        clauses: own ? [...own.by] : [],
        locks: standing.filter((row) => row.setting_id === setting.id).map((row) => lockAtTrust(row, schools)),
      };
    }),
    schools,
  };
});
