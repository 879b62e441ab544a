// What a mail may be told of: ids, counts and times, and nothing else. Words are looked up when it is sent, so none lie in the queue.
import { z } from 'zod';

/** How each kind of fact is kept with a message that waits. There is no kind for a pupil, a draft or free text. */
export const KEPT = {
  /** A person who works for the school. */
  colleague: z.uuid(),
  count: z.int().min(0).max(1_000_000),
  /** An invitation or recovery link; its secret is locked apart. */
  link: z.uuid(),
  /** Notices of the person it goes to. */
  notices: z.array(z.uuid()).max(50),
} as const;

/** What the writer of the letter is given for each. */
export const SAID = {
  colleague: z.string(),
  count: z.number(),
  link: z.object({ until: z.string().describe('When it stops working, in words') }),
  notices: z.array(z.object({ text: z.string(), href: z.string() })),
} as const;

export type FactKind = keyof typeof KEPT;
export type FactKinds = Readonly<Record<string, FactKind>>;
export type Kept<Kinds extends FactKinds> = { readonly [Name in keyof Kinds]: z.input<(typeof KEPT)[Kinds[Name]]> };
export type Said<Kinds extends FactKinds> = { readonly [Name in keyof Kinds]: z.output<(typeof SAID)[Kinds[Name]]> };

const shapeOf = (kinds: FactKinds, schemas: Readonly<Record<FactKind, z.ZodType>>) =>
  z.strictObject(Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, schemas[kind]])));

export const keptSchema = (kinds: FactKinds) => shapeOf(kinds, KEPT);
export const saidSchema = (kinds: FactKinds) => shapeOf(kinds, SAID);
