// How each school of a trust stands, from what the schools publish: nothing is read from a school itself.
import { z } from 'zod';
import type { Db } from '#kernel/context.ts';
import { trustFigures } from './figures.ts';
import { policyFigure } from './policy-figure.ts';

/** Published by whoever asks people to confirm the policy, as counts. */
const acknowledgementFigure = z.object({ asked: z.number(), acknowledged: z.number(), overdue: z.number() });

export const schoolShape = z.object({
  schoolId: z.string(),
  name: z.string(),
  title: z.string(),
  n: z.number().nullable(),
  effectiveOn: z.string().nullable(),
  state: z.enum(['set-up', 'adopted']).nullable(),
  sha256: z.string().nullable().describe('Of the document in force there'),
  conflicts: policyFigure.shape.conflicts,
  seenUpTo: z.string().nullable().describe('Up to when it has seen what the trust changed'),
  acknowledgement: acknowledgementFigure.nullable().describe('How many people; null where the school has not said yet'),
  at: z.string().describe('When it last published this'),
});
export type SchoolAtTrust = z.infer<typeof schoolShape>;

export async function schoolsAtTrust(db: Db, trustId: string): Promise<SchoolAtTrust[]> {
  const figures = await trustFigures(db, trustId);
  return figures
    .filter(({ name }) => name === 'policy')
    .map(({ schoolId, value, at }) => {
      const { school, id: _id, derivedFrom: _derivedFrom, ...policy } = policyFigure.parse(value);
      const asked = figures.find((one) => one.schoolId === schoolId && one.name === 'acknowledgement');
      const acknowledgement = acknowledgementFigure.safeParse(asked?.value).data ?? null;
      return { schoolId, name: school, ...policy, acknowledgement, at };
    })
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
