// The calendar that waits: each event with what it is taken for, and what taking the calendar would change.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { academicYearOf } from '../calendar/academic-year.ts';
import { eventKindSchema } from '../calendar/classify-event.ts';
import { lineKindSchema } from '../calendar/calendar-line.ts';
import { linesAfter } from '../calendar/plan-calendar.ts';
import { sourceRow } from '../calendar-queries.ts';
import { closuresOf, schoolCalendar, termsOf } from '../school-calendar.ts';
import { dayOf } from '../school-day.ts';
import { lookAtWaiting } from '../waiting-calendar.ts';
import { daysOfYear, yearDaySchema, yearField } from '../year-days.ts';

const line = z.object({ kind: lineKindSchema, name: z.string(), starts: z.string(), ends: z.string() });
const change = z.object({ before: line, after: line });
/** As many events as a page can show; the rest is found by its words. */
const SHOWN = 200;

export const readWaitingCalendar = defineAction({
  name: 'schools.readWaitingCalendar',
  kind: 'read',
  summary: 'See the calendar that waits: each event, what it is taken for, and what would be added, moved and gone.',
  route: 'GET /school/calendar/waiting',
  scope: 'school',
  who: keepers,
  token: 'schools:read',
  perMinute: 60,
  input: z.object({
    year: yearField,
    find: z.string().trim().max(100).default('').describe('Only events that do not count yet and have these words'),
  }),
  output: z.object({
    name: z.string(),
    since: z.string(),
    fromAddress: z.boolean(),
    /** What counts, and of the rest the first or those that were looked for. */
    events: z.array(
      z.object({
        uid: z.string(),
        summary: z.string(),
        kind: eventKindSchema,
        guess: eventKindSchema,
        starts: z.string(),
        ends: z.string(),
        repeats: z.boolean(),
      }),
    ),
    counting: z.number(),
    others: z.number(),
    added: z.array(line),
    moved: z.array(change),
    gone: z.array(line),
    known: z.number(),
    same: z.number(),
    problems: z.array(z.string()),
    notes: z.array(z.string()),
    digest: z.string(),
    year: z.number(),
    /** The year as it would be. */
    days: z.array(yearDaySchema),
  }),
  controls: ['schools.calendar-import'],
}).handle(async (context, { find, year: wanted }) => {
  const { db, scopeId, at } = context;
  const source = await sourceRow(db, scopeId);
  const { file, plan, lines } = await lookAtWaiting(context);
  const year = wanted ?? academicYearOf(dayOf(at));
  const then = linesAfter(lines, plan);
  const calendar = { ...(await schoolCalendar(db, scopeId)), terms: termsOf(then), closures: closuresOf(then) };
  const byDay = file.series.toSorted((one, other) => (one.starts < other.starts ? -1 : 1));
  const counting = byDay.filter(({ kind }) => kind !== 'other');
  const others = byDay.filter(({ kind }) => kind === 'other');
  const words = find.toLowerCase();
  const named = others.filter(({ summary }) => summary.toLowerCase().includes(words));
  return {
    name: source?.waiting_name ?? '',
    since: source?.waiting_since ?? context.now,
    fromAddress: source?.waiting_name === '',
    events: [...counting.slice(0, SHOWN), ...named.slice(0, SHOWN)],
    counting: counting.length,
    others: others.length,
    added: [...plan.added],
    moved: [...plan.moved],
    gone: [...plan.gone],
    known: plan.known.length,
    same: plan.same,
    problems: [...plan.problems],
    notes: [...plan.notes],
    digest: plan.digest,
    year,
    days: daysOfYear(calendar, year),
  };
});
