// Where the calendar is to be fetched from; for the job that does so.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { sourceRow } from '../calendar-queries.ts';

export const findCalendarAddress = defineAction({
  name: 'schools.findCalendarAddress',
  kind: 'read',
  summary: 'Say where the calendar is to be fetched from.',
  route: 'GET /school/calendar/address',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ address: z.string().nullable() }),
  controls: ['schools.calendar-import'],
}).handle(async ({ db, scopeId }) => ({ address: (await sourceRow(db, scopeId))?.address ?? null }));
