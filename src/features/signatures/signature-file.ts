// The file form of a signature: everything that is needed to prove it, on any machine, without asking the school. Pure.
import { z } from 'zod';
import type { SignatureFacts } from './facts.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
/** ISO 8601, exactly as hashed. */
const instant = z.string().min(20).max(40);

const facts = z.strictObject({
  school: z.uuid(),
  id: z.uuid(),
  person: z.uuid(),
  purpose: z.string(),
  subject: z.uuid(),
  document: digest,
  text: digest,
  capacity: z.string(),
  standingInFor: z.uuid().optional(),
  typedName: z.string(),
  consent: z.string(),
  at: instant,
  paper: z.strictObject({ on: z.string(), recordedBy: z.uuid(), scan: digest.nullable() }).nullable(),
  salt: z.string(),
}) satisfies z.ZodType<SignatureFacts>;

export const signatureFileSchema = z.strictObject({
  gatepost: z.literal('signature'),
  v: z.literal(1),
  /** For people; nothing is proven by it. */
  school: z.string(),
  signature: facts,
  document: z.json(),
  text: z.string(),
  /** The ledger entry, its canonical JSON exactly as hashed. */
  entry: z.string(),
  seal: z.strictObject({
    scopeId: z.uuid(),
    n: z.int().min(1),
    at: instant,
    entryIds: z.array(z.uuid()).readonly(),
    entrySha256s: z.array(digest).readonly(),
    previous: digest,
    sha256: digest,
    keyId: z.string(),
    signature: z.string(),
  }),
  key: z.strictObject({ id: z.string(), publicKey: z.string() }),
});

export type SignatureFile = z.infer<typeof signatureFileSchema>;
