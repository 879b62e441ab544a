// Once a week, and when somebody asks: looks at the address of the calendar. What it finds waits until a person has looked.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { findCalendarAddress } from '../actions/find-calendar-address.ts';
import { keepFetchedCalendar } from '../actions/keep-fetched-calendar.ts';
import type { CalendarFetcher } from '../ports.ts';

export const fetchCalendar = defineJob<Record<string, never>, { readonly calendars: CalendarFetcher }>({
  name: 'schools.fetchCalendar',
  summary: 'Look whether the calendar at its address has changed.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 3,
  cron: '17 3 * * 1',
  async run({ act, ports, signal }) {
    const { address } = await act(findCalendarAddress, {});
    if (address === null) return;
    const found = await ports.calendars.fetch(address, signal);
    await act(keepFetchedCalendar, {
      address,
      ...(found.ok ? { base64: Buffer.from(found.bytes).toString('base64') } : { problem: found.problem }),
    });
  },
});
