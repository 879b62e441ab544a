// A part of the policy as it is shown to somebody, with the proof that it was: without the one before, nobody can turn it. Pure.
import { z } from 'zod';
import { canonicalText, sha256 } from '#kernel/canonical.ts';
import type { Part } from './parts.ts';

export const shownPart = z.object({
  number: z.number(),
  clauses: z.array(
    z.object({ id: z.string(), number: z.string(), under: z.string(), title: z.string(), text: z.string() }),
  ),
  shownSha256: z.string().describe('Given with these words alone; to turn this part it is given back'),
});

interface Reading {
  readonly personId: string;
  /** SHA-256 of the whole document. */
  readonly documentSha256: string;
  readonly parts: readonly Part[];
}

/** @param at which part, beginning with 1 */
export function showPart({ personId, documentSha256, parts }: Reading, at: number): z.infer<typeof shownPart> {
  const clauses = parts[at - 1]!.clauses.map(({ id, number, under, title, text }) => ({
    id,
    number,
    under,
    title,
    text,
  }));
  const shownSha256 = sha256(canonicalText({ person: personId, document: documentSha256, part: at, clauses }));
  return { number: at, clauses, shownSha256 };
}
