// Today: everything that waits for me, the most pressing first.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { findDuties } from '../find-duties.ts';

const ORDER = { overdue: 0, soon: 1, calm: 2 } as const;
/** After every day that a limit can name. */
const NEVER = '9999-12-31';

export const listToday = defineAction({
  name: 'duties.listToday',
  kind: 'read',
  summary: 'List what waits for me.',
  route: 'GET /today',
  scope: 'school',
  who: anySignedIn,
  token: 'duties:read',
  input: z.object({}),
  output: z.object({
    duties: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        detail: z.string(),
        href: z.string(),
        due: z.string().nullable(),
        clauses: z.array(z.string()).readonly(),
        urgency: z.enum(['overdue', 'soon', 'calm']),
      }),
    ),
  }),
  controls: ['duties.today'],
}).handle(async (context) => {
  const duties = (await findDuties(context)).map((duty) => ({ ...duty, detail: duty.detail ?? '' }));
  duties.sort(
    (one, other) => ORDER[one.urgency] - ORDER[other.urgency] || (one.due ?? NEVER).localeCompare(other.due ?? NEVER),
  );
  return { duties };
});
