// The roll in numbers: pupils by class, and when it was last brought up to date.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayOf } from '#features/schools/index.ts';
import { colleagues } from '../access.ts';
import { personName } from '../person.ts';
import { classCounts, lastImport } from '../roll-queries.ts';
import { yearGroupStep } from '../roster/year-group.ts';

export const readRoll = defineAction({
  name: 'people.roll',
  kind: 'read',
  summary: 'See how many pupils are in each class, and when the roll was last brought up to date.',
  route: 'GET /roll',
  scope: 'school',
  who: colleagues,
  token: 'people:read',
  input: z.object({}),
  output: z.object({
    pupils: z.number(),
    classes: z.array(z.object({ yearGroup: z.string(), className: z.string(), pupils: z.number() })),
    lastImport: z
      .object({
        at: z.string(),
        by: z.string().nullable(),
        covers: z.string(),
        joined: z.number(),
        changed: z.number(),
        left: z.number(),
      })
      .nullable(),
  }),
  controls: ['people.roll'],
}).handle(async ({ db, scopeId, at }) => {
  const [counts, last] = await Promise.all([classCounts(db, scopeId, dayOf(at)), lastImport(db, scopeId, 'pupils')]);
  const step = (yearGroup: string) => yearGroupStep(yearGroup) ?? Number.MAX_SAFE_INTEGER;
  const classes = counts.sort(
    (one, other) =>
      step(one.yearGroup) - step(other.yearGroup) ||
      one.className.localeCompare(other.className, 'en', { numeric: true }),
  );
  return {
    pupils: classes.reduce((sum, { pupils }) => sum + pupils, 0),
    classes,
    lastImport: last
      ? {
          at: last.at,
          by:
            last.first_name === null || last.last_name === null
              ? null
              : personName({
                  first_name: last.first_name,
                  last_name: last.last_name,
                  preferred_name: last.preferred_name ?? '',
                }),
          covers: last.covers,
          joined: last.joined,
          changed: last.changed,
          left: last.left_school,
        }
      : null,
  };
});
