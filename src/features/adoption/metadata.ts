// What a cover sheet says of a version: when it was reviewed, who approved it and who adopted it. Taken from the steps, never typed. Pure.
import { z } from 'zod';
import type { ShownStep } from './shown.ts';

export const metadataShape = z.object({
  reviewedOn: z.string().nullable().describe('The moment of the last approval'),
  approvedBy: z.array(z.object({ name: z.string(), label: z.string(), at: z.string() })),
  adoptedBy: z.array(z.object({ name: z.string(), heldOn: z.string(), minute: z.string() })),
});
export type Metadata = z.infer<typeof metadataShape>;

export function metadataOf(steps: readonly ShownStep[]): Metadata {
  const approved = steps.filter(({ state }) => state === 'approved');
  return {
    reviewedOn: approved.map(({ decidedAt }) => decidedAt).findLast((at) => at !== null) ?? null,
    approvedBy: approved
      .filter(({ kind }) => kind === 'person')
      .map(({ decidedBy, decidedAs, decidedAt }) => ({
        name: decidedBy ?? '',
        label: decidedAs ?? '',
        at: decidedAt ?? '',
      })),
    adoptedBy: approved.flatMap(({ meetings }) =>
      meetings
        .filter(({ outcome }) => outcome === 'adopted')
        .map(({ name, heldOn, minute }) => ({ name, heldOn, minute })),
    ),
  };
}
