// What a post says and how: the shapes that a draft is saved in, and its time in the school's zone.
import { z } from 'zod';

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const date = z.union([z.literal(''), z.iso.date('Write the date as year-month-day.')]);

/** What a kind of post asks for besides its words. */
export const detailsSchema = z.object({
  eventDate: date.default(''),
  closingDate: date.default(''),
  achievement: line(300).default(''),
  link: line(500).default(''),
  contact: line(300).default(''),
});
export type Details = z.infer<typeof detailsSchema>;

/** What the author states. */
export const statementsSchema = z.object({
  searchable: z.boolean().default(false).describe('I know that anybody may find these words by searching'),
  noPersonalBenefit: z.boolean().default(false).describe('Nobody gains from this personally'),
  confirmedBy: line(120).default('').describe('Who confirmed that what is promised can be kept'),
  basis: line(300).default('').describe('Why people named here may be named'),
  source: line(500).default('').describe('Where the facts come from'),
  schoolDevice: z.boolean().default(false).describe('The pictures were taken on a school device'),
  ownVoice: z.boolean().default(false).describe('It is written in the author’s own professional name'),
  important: z.boolean().default(false).describe('Everybody must hear of this'),
  alternative: line(300).default('').describe('How families without social media will hear'),
  travels: line(500).default('').describe('How it might be read or shared by others'),
  forPupils: z.boolean().default(false).describe('It speaks to pupils'),
  pupilsWhy: line(500).default('').describe('Why it is suitable to speak to pupils here'),
  pupilsImplies: line(500).default('').describe('What follows from speaking to them here'),
  withoutReader: line(500).default('').describe('Why nobody else need read it first'),
});
export type Statements = z.infer<typeof statementsSchema>;

const pictureSchema = z.object({
  mediaId: z.uuid(),
  alt: z.string().trim().max(1500, 'At most 1,500 characters.').default(''),
  showsChildren: z.enum(['not-said', 'no', 'yes']).default('not-said'),
});

/** As posted: at most 20,000 characters, so that a slip of the clipboard is told, not kept, and every check is quick. */
const wordsSchema = z.string().max(20_000, 'At most 20,000 characters.');

export const contentFields = {
  words: wordsSchema.default('').describe('The words of the post'),
  accounts: z
    .array(
      z.object({
        accountId: z.uuid(),
        words: wordsSchema.nullable().default(null).describe('Words of its own; null = the words of the post'),
      }),
    )
    .max(30, 'At most 30 accounts.')
    .default([])
    .describe('Where it goes'),
  category: line(60).default('').describe('Kind of post'),
  objective: line(300).default('').describe('The objective of the account that it serves'),
  details: detailsSchema.prefault({}),
  statements: statementsSchema.prefault({}),
  wantedAt: z
    .string()
    .trim()
    .max(40)
    .nullable()
    .default(null)
    .describe(
      'When, as an instant or as a local time of the school such as 2026-11-20T15:30; null = as soon as it is approved',
    ),
  emergency: z.boolean().default(false).describe('It cannot wait for the usual approver'),
  emergencyReason: line(500).default(''),
  pictures: z.array(pictureSchema).max(10, 'At most ten pictures.').default([]),
};
export const contentSchema = z.object(contentFields);
export type Content = z.infer<typeof contentSchema>;

/**
 * @param text an instant (`2026-11-20T15:30:00Z`), or a local time of the school (`2026-11-20T15:30`)
 * @returns ISO instant, or null when it is neither. A local time that a clock change skips is the one after the gap.
 */
export function instantFrom(text: string, zone: string): string | null {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    // not an instant: a local time
  }
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString();
  } catch {
    return null;
  }
}
