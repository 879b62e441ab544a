// The directory, a page at a time.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { colleagues, knownTypes, seesCarers, seesPupils } from '../access.ts';
import { searchDirectory } from '../directory-queries.ts';
import { personName } from '../person.ts';
import { PERSON_TYPES } from '../person-types.ts';
import { responsibilitySchema } from '../responsibilities.ts';

const PAGE = 50;
const cursorSchema = z.tuple([z.string(), z.string(), z.uuid()]);

export const listPeople = defineAction({
  name: 'people.list',
  kind: 'read',
  summary: 'Look through the directory, fifty people at a time.',
  route: 'GET /people',
  scope: 'school',
  who: colleagues,
  token: 'people:read',
  perMinute: 240,
  input: z.object({
    search: z
      .string()
      .max(100, 'At most 100 characters.')
      .default('')
      .describe('The beginning of a name, or of several'),
    type: z.enum(PERSON_TYPES).optional().describe('Only people of this kind'),
    responsibility: responsibilitySchema.optional().describe('Only people who hold this today'),
    className: z.string().max(50).optional().describe('Only pupils of this class'),
    after: z.string().max(1000).optional().describe('Where the page before ended: its `next`'),
  }),
  output: z.object({
    people: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        firstName: z.string(),
        lastName: z.string(),
        jobTitle: z.string(),
        types: z.array(z.string()),
        responsibilities: z.array(z.string()),
        yearGroup: z.string(),
        className: z.string(),
        signsIn: z.boolean(),
      }),
    ),
    next: z.string().nullable().describe('Where the next page begins; null on the last'),
  }),
  controls: ['people.directory', 'people.responsibilities'],
}).handle(async ({ db, scopeId, at, actor }, { search, type, responsibility, className, after }) => {
  const rows = await searchDirectory(db, scopeId, {
    words: search
      .trim()
      .split(/\s+/)
      .filter((word) => word !== ''),
    type: type ?? null,
    responsibility: responsibility ?? null,
    className: className ?? null,
    pupils: seesPupils(actor),
    carers: seesCarers(actor),
    today: dayOf(at),
    after: after === undefined ? null : placeOf(after),
    limit: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    people: shown.map((row) => ({
      id: row.id,
      name: personName(row),
      firstName: row.first_name,
      lastName: row.last_name,
      jobTitle: row.job_title,
      types: knownTypes(actor, row.types),
      responsibilities: row.responsibilities,
      yearGroup: row.year_group ?? '',
      className: row.class_name ?? '',
      signsIn: row.signs_in,
    })),
    next: rows.length > PAGE && last ? cursorOf(last.last_name, last.first_name, last.id) : null,
  };
});

const cursorOf = (...place: z.infer<typeof cursorSchema>): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

function placeOf(cursor: string): { last: string; first: string; id: string } {
  try {
    const [last, first, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { last, first, id };
  } catch (cause) {
    const message = 'This is not the `next` of a page before.';
    throw fail.invalid({
      code: 'invalid-input',
      message,
      remedy: 'Begin at the first page.',
      fields: [{ field: 'after', message }],
      cause,
    });
  }
}
