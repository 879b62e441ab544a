// What posts look like from outside: the shapes that pages, REST and the command line are given.
import { z } from 'zod';
import type { Judgement } from './judgement.ts';
import { contentSchema } from './content.ts';
import { storedFinding } from './evaluate.ts';
import { POST_STATES } from './post.ts';

const clauses = z.array(z.string()).readonly();

const findingSchema = z.object({
  rule: z.string(),
  severity: z.enum(['warn', 'review', 'block']),
  clauses,
  /** `default` = Gatepost's own, not in the school's policy. */
  source: z.enum(['policy', 'default']),
  /** `words`, an account's id, or `picture-0` … */
  part: z.string(),
  start: z.number(),
  end: z.number(),
  excerpt: z.string(),
  message: z.string(),
  remedy: z.string(),
  fixes: z.array(z.string()).readonly(),
  /** Role that may let it through; empty when nobody can. */
  who: z.string(),
  contestable: z.boolean(),
});
type ShownFinding = z.infer<typeof findingSchema>;

const obstacleSchema = z.object({
  code: z.string(),
  field: z.string(),
  message: z.string(),
  remedy: z.string(),
  clauses,
  href: z.string().optional().describe('Where it can be done now, if not in the draft'),
});

const needSchema = z.object({
  none: z.boolean(),
  people: z.number(),
  roles: z.array(z.string()).readonly(),
  clauses,
  why: z.enum(['second-reader', 'clearance', 'press', 'picture', 'emergency', 'advised', 'nobody']),
});

/** Exactly what goes out on one account: what is sealed, sent and pinned. */
export const payloadSchema = z.object({
  accountId: z.string(),
  words: z.string(),
  pictures: z.array(z.object({ mediaId: z.string(), sha256: z.string(), alt: z.string() })).readonly(),
});

/** How long the account's platform takes the words to be, with signature and all, stands beside them. */
const goingSchema = z.array(payloadSchema.extend({ length: z.number() }));

/** What every check answers, of a saved post and of words still being typed alike. */
export const checkOutput = z.object({
  outcome: z.enum(['clear', 'warn', 'review', 'block']),
  findings: z.array(findingSchema).readonly(),
  obstacles: z.array(obstacleSchema).readonly(),
  need: needSchema,
  going: goingSchema.readonly(),
});

/** A judgement as every check answers it. */
export const saidOf = (judgement: Judgement) => ({
  outcome: judgement.checked.outcome,
  findings: judgement.checked.findings
    .map(storedFinding)
    .map(({ severity, ...rest }) => ({ ...rest, severity: severity as ShownFinding['severity'] })),
  obstacles: judgement.obstacles,
  need: judgement.need,
  going: judgement.going.payloads.map((payload) => ({
    ...payload,
    length: judgement.lengths.get(payload.accountId) ?? 0,
  })),
});

export const personSchema = z.object({ id: z.string(), name: z.string() });

const voteSchema = personSchema.extend({ answer: z.string(), note: z.string(), at: z.string() });

const decisionSchema = z.object({
  id: z.string(),
  state: z.string(),
  hash: z.string(),
  /** What stands here now is exactly what it is about; false once the words have been edited since. */
  covers: z.boolean(),
  /** The short code that people compare. */
  fingerprint: z.string(),
  needs: z.number(),
  clauses,
  openedAt: z.string(),
  closesAt: z.string().nullable(),
  approvers: z.array(personSchema.extend({ because: z.string(), standingInFor: z.string().nullable() })),
  votes: z.array(voteSchema),
});

const deliverySchema = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  connector: z.string(),
  state: z.string(),
  words: z.string(),
  pictures: z.array(z.object({ mediaId: z.string(), alt: z.string() })),
  dueAt: z.string(),
  overdue: z.boolean(),
  settledAt: z.string().nullable(),
  permalink: z.string(),
  problem: z.string(),
  removalReason: z.string(),
  removedAt: z.string().nullable(),
});

export const postSchema = z.object({
  id: z.string(),
  state: z.enum(POST_STATES),
  stateWords: z.string(),
  revision: z.number(),
  version: z.number(),
  content: contentSchema,
  zone: z.string(),
  accounts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameInFull: z.string().describe('With its platform, as a sentence names it'),
      handle: z.string(),
      platformKey: z.string(),
      platformName: z.string(),
      connector: z.string(),
      reach: z.string(),
      wordsLimit: z.number().nullable(),
      length: z.number(),
    }),
  ),
  pictures: z.array(
    z.object({
      mediaId: z.string(),
      alt: z.string(),
      showsChildren: z.string(),
      width: z.number(),
      height: z.number(),
    }),
  ),
  check: checkOutput,
  contests: z.array(z.object({ rule: z.string(), excerpt: z.string(), reason: z.string() })),
  authors: z.array(personSchema),
  openedBy: personSchema,
  openedAt: z.string(),
  changedAt: z.string(),
  emergency: z.object({ reviewDueOn: z.string().nullable(), reviewedAt: z.string().nullable() }),
  /** Who would decide it, were it sent now. */
  deciders: z.array(personSchema.extend({ because: z.string(), standingInFor: z.string().nullable() })),
  /** The decision that it stands under or fell by; null before one is asked for, and once it was taken away by an edit or a withdrawal. */
  decision: decisionSchema.nullable(),
  /** Each time a decision was asked for, the oldest first, and how that ended. */
  rounds: z.array(
    z.object({ askedBy: personSchema, openedAt: z.string(), state: z.string(), closedAt: z.string().nullable() }),
  ),
  /** Of this and every earlier round, the oldest first. */
  votes: z.array(voteSchema),
  /** The version decided on before this one, for "what changed". */
  previous: z
    .object({
      version: z.number(),
      words: z.string(),
      accounts: z.array(z.object({ accountId: z.string(), words: z.string().nullable() })),
    })
    .nullable(),
  checklist: z.array(z.object({ id: z.string(), words: z.string() })),
  checklistClauses: clauses,
  questions: z.array(
    z.object({
      askedBy: personSchema,
      askedOf: personSchema,
      words: z.string(),
      askedAt: z.string(),
      answer: z.string(),
      answeredAt: z.string().nullable(),
    }),
  ),
  deliveries: z.array(deliverySchema),
  /** What the person asking may do with it now. */
  may: z.object({
    edit: z.boolean(),
    copy: z.boolean(),
    send: z.boolean(),
    ask: z.boolean(),
    answer: z.boolean(),
    decide: z.boolean(),
    takeBack: z.boolean(),
    unschedule: z.boolean(),
    discard: z.boolean(),
    takeDown: z.boolean(),
    review: z.boolean(),
    publishByHand: z.boolean(),
    /** Some place refused it: once more, or by hand after all. */
    sendAgain: z.boolean(),
    /** Some place that it has not gone to yet can be left out. */
    leaveOut: z.boolean(),
  }),
});
