// What the trust asks of this school: its policy, what it has locked, where the school is looser, and what is new.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { trustOfSchool } from '#features/schools/index.ts';
import { putsInForce } from '../access.ts';
import { localDate } from '../in-force-at.ts';
import { unseenChanges } from '../trust/changes-here.ts';
import { lockShape, locksHere } from '../trust/locks-here.ts';
import { trustDocumentOn } from '../trust/queries.ts';

export const readTrustHere = defineAction({
  name: 'policy.readTrustHere',
  kind: 'read',
  summary: 'Read what the trust asks of the school: its policy, its locks, and what it has changed.',
  route: 'GET /policy/trust',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    trust: z.string().nullable().describe('What the trust is called; null for a school without one'),
    policy: z.object({ n: z.number(), title: z.string(), clauses: z.number() }).nullable().describe('In force today'),
    locks: z.array(lockShape),
    changes: z
      .array(
        z.object({
          kind: z.enum(['policy', 'lock', 'lift']),
          at: z.string(),
          effectiveOn: z.string(),
          title: z.string(),
          words: z.string(),
          reason: z.string(),
          settingId: z.string().nullable(),
        }),
      )
      .describe('What nobody who leads the school has said to have seen, newest first'),
    upTo: z.string().nullable().describe('To be sent when it has been seen; null where nothing is new'),
    maySee: z.boolean().describe('Whoever asks may say so'),
  }),
  controls: ['policy.trust-lock', 'policy.trust-wide'],
}).handle(async (context) => {
  const { db, scopeId, at, actor } = context;
  const today = await localDate(db, scopeId, at);
  const [trust, policy, locks, changes] = await Promise.all([
    trustOfSchool(db),
    trustDocumentOn(db, 'of-this-school', today),
    locksHere(context, today),
    unseenChanges(context),
  ]);
  return {
    trust: trust?.name ?? null,
    policy: policy && { n: policy.n, title: policy.document.title, clauses: policy.document.clauses.length },
    locks,
    changes,
    upTo: changes[0]?.at ?? null,
    maySee: putsInForce.allows(actor),
  };
});
