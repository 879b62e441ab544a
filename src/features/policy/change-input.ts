// What a change of a setting asks for, the same when it is only looked at and when it is made.
import { z } from 'zod';

const place = {
  account: z.uuid().optional().describe('Only for this account'),
  platform: z.string().max(60).optional().describe('Only on this platform'),
  category: z.string().max(60).optional().describe('Only for this kind of post'),
};

export const settingId = z.string().max(100).describe('Which setting, such as approval.secondReader');

export const changeFields = {
  settingId,
  is: z.unknown().describe('The new answer, as the setting takes it: true, 12, "required", ["headteacher"] …'),
  overrides: z
    .array(z.object({ ...place, is: z.unknown() }))
    .max(100)
    .optional()
    .describe('Other answers for an account, a platform or a kind of post; left out, they stay as they are'),
  effectiveOn: z.iso
    .date('Write the date as year-month-day.')
    .optional()
    .describe('From when, in the school’s own zone; today if left out'),
};

export const placeShape = {
  account: z.string().nullable(),
  platform: z.string().nullable(),
  category: z.string().nullable(),
  where: z.string(),
};

export const answerShape = z.object({
  is: z.unknown(),
  words: z.string(),
  overrides: z.array(z.object({ ...placeShape, is: z.unknown(), words: z.string() })),
});

export const directions = z.enum(['stricter', 'looser', 'different', 'same']);
