// Guidance of a school: what Gatepost brings and what the school wrote, when each went out last, and what has been forgotten.
import type { Context } from '#kernel/context.ts';
import { dayOf, notify } from '#features/people/index.ts';
import { schoolCalendar, schoolRow } from '#features/schools/index.ts';
import {
  guidanceRows,
  insertIssue,
  lastIssues,
  putGuidance,
  type GuidanceRow,
  type IssueRow,
} from './guidance-queries.ts';
import { adultsOf } from './people-queries.ts';
import { startingGuidance } from './starting/guidance.ts';
import { isAsked } from './target.ts';
import { isDue, missed } from './term.ts';

export interface Guidance extends GuidanceRow {
  readonly last: IssueRow | null;
  readonly due: boolean;
  /** Terms or years that passed without it, the last first. */
  readonly missed: readonly { readonly name: string; readonly ended: string }[];
}

/** Those of Gatepost first. */
export async function guidanceOf(context: Context): Promise<Guidance[]> {
  const { db, scopeId, at } = context;
  const [policy, kept, issues, school, calendar] = await Promise.all([
    context.policy(),
    guidanceRows(db, scopeId),
    lastIssues(db, scopeId),
    schoolRow(db, scopeId),
    schoolCalendar(db, scopeId),
  ]);
  const today = dayOf(at);
  const since = school ? dayOf(Temporal.Instant.from(school.created_at)) : today;
  const brought = startingGuidance
    .filter(({ id }) => !kept.some((one) => one.id === id))
    .map(({ targetKind, target, ...one }) => ({
      ...one,
      target: { kind: targetKind, of: target },
      startsOn: since,
      retired: false,
    }));
  // What Gatepost brings is owed only where the policy asks for reminders; what a school wrote is owed because it said so.
  const owed = policy.clausesOf('training.reminders').length > 0;
  return [...brought, ...kept].map((one) => {
    const counts = !one.retired && (owed || kept.some(({ id }) => id === one.id));
    const last = issues.find(({ guidanceId }) => guidanceId === one.id) ?? null;
    const schedule = { every: one.every, startsOn: one.startsOn, lastIssuedOn: last?.issuedOn ?? null };
    return {
      ...one,
      last,
      due: counts && isDue(schedule, calendar.terms, today),
      missed: counts ? missed(schedule, calendar.terms, today) : [],
    };
  });
}

/** Gives it to everybody whom it is for today: each has it on their page until they have read it. @returns the issue, and how many got it */
export async function issue(
  context: Context,
  guidance: GuidanceRow,
  by: string | null,
): Promise<{ issueId: string; given: number }> {
  const { db, scopeId, at, now, newId } = context;
  const today = dayOf(at);
  const people = (await adultsOf(db, scopeId, today))
    .filter((adult) => isAsked(guidance.target, adult))
    .map(({ personId }) => personId);
  const issueId = newId();
  if (startingGuidance.some(({ id }) => id === guidance.id)) await keepAsBrought(context, guidance);
  await insertIssue(db, scopeId, { id: issueId, guidance, on: today }, people, by, now);
  await notify(context, people, {
    kind: 'training.guidance-issued',
    text: `Please read: ${guidance.title}.`,
    href: `/training/read/${issueId}`,
  });
  context.remark({ people });
  return { issueId, given: people.length };
}

/** What went out stays as it was, whatever a later Gatepost brings. */
async function keepAsBrought({ db, scopeId, now }: Context, guidance: GuidanceRow): Promise<void> {
  const kept = await guidanceRows(db, scopeId);
  if (!kept.some(({ id }) => id === guidance.id)) await putGuidance(db, scopeId, guidance, null, now);
}
