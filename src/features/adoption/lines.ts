// How many lines of an adoption are signed, of how many: one signature may fill two, of a role and of the register.
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import type { AdoptionRow } from './queries.ts';
import { slotsToday } from './signing.ts';
import type { Slot } from './slots.ts';
import { documentSent, isAsSent, standingOf } from './standing.ts';

export const linesShape = z
  .object({ signed: z.number(), of: z.number() })
  .nullable()
  .describe(
    'The lines to sign on while it is signed; null before that, once it is over, and where the draft was edited since',
  );

export const countLines = (slots: readonly Pick<Slot, 'signature'>[]) => ({
  signed: slots.filter(({ signature }) => signature !== null).length,
  of: slots.length,
});

/** Of those that are being signed: there are never many at once. */
export async function linesOf(
  context: Context,
  rows: readonly AdoptionRow[],
): Promise<ReadonlyMap<string, ReturnType<typeof countLines>>> {
  const counted = new Map<string, ReturnType<typeof countLines>>();
  for (const row of rows.filter(({ state }) => state === 'open')) {
    const standing = await standingOf(context, row);
    if (standing.current || !isAsSent(standing)) continue;
    const document = await documentSent(context, standing);
    if (document) counted.set(row.id, countLines(await slotsToday(context, row, document, true)));
  }
  return counted;
}
