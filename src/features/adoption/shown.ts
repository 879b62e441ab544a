// An adoption as people are told it: each step with who decided and when, each line to sign on, what it waits for.
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import { voteRows } from '#features/decisions/index.ts';
import { roleLabels, type RoleName } from '#features/policy/index.ts';
import { inRole } from './in-role.ts';
import { bodyKinds } from './meeting.ts';
import { namesOf } from './names.ts';
import type { VoteAnswers } from './next-step.ts';
import { meetingRows, type AdoptionRow, type MeetingRow, type StepRow } from './queries.ts';
import { currentOf } from './standing.ts';

/** As the table keeps them, and `called-off`: adopted, then taken back before its day. */
export const adoptionStates = z.enum(['open', 'sent-back', 'refused', 'withdrawn', 'adopted', 'called-off']);

export const meetingShape = z.object({
  id: z.string(),
  body: z.enum(bodyKinds),
  name: z.string(),
  heldOn: z.string(),
  present: z.array(z.string()).describe('Names of the members present'),
  quorum: z.number(),
  votesFor: z.number(),
  votesAgainst: z.number(),
  abstained: z.number(),
  minute: z.string(),
  outcome: z.enum(['adopted', 'against', 'not-quorate']),
  recordedBy: z.string(),
  recordedAt: z.string(),
});

export const stepShape = z.object({
  role: z.string(),
  label: z.string(),
  kind: z.enum(['person', 'body']),
  state: z.enum(['approved', 'now', 'later', 'sent-back', 'refused', 'ended']),
  asked: z
    .array(z.string())
    .describe('Names of those who can decide it now; nobody = it waits for somebody to be named'),
  decidedBy: z.string().nullable(),
  decidedAs: z.string().nullable().describe('In which role: `the headteacher`, or `standing in for the headteacher`'),
  decidedAt: z.string().nullable(),
  note: z.string(),
  meetings: z.array(meetingShape),
});
export type ShownStep = z.infer<typeof stepShape>;

export interface Decided {
  readonly meetings: readonly MeetingRow[];
  readonly votes: Awaited<ReturnType<typeof voteRows>>;
  readonly names: ReadonlyMap<string, string>;
}

/** What was decided on the steps of these adoptions, with the names of whoever decided. */
export async function decidedOn(
  context: Context,
  adoptionIds: readonly string[],
  steps: readonly StepRow[],
): Promise<Decided> {
  const { db, scopeId } = context;
  const [meetings, votes] = await Promise.all([
    meetingRows(db, scopeId, adoptionIds),
    voteRows(
      db,
      scopeId,
      steps.flatMap(({ decision_id: id }) => id ?? []),
    ),
  ]);
  const names = await namesOf(context, [
    ...votes.map(({ person_id: id }) => id),
    ...meetings.flatMap((meeting) => [...meeting.present, meeting.recorded_by]),
  ]);
  return { meetings, votes, names };
}

export function shownSteps(
  row: AdoptionRow,
  steps: readonly StepRow[],
  { meetings, votes, names }: Decided,
  asked: readonly { readonly name: string }[],
): ShownStep[] {
  const now = row.state === 'open' ? currentOf(steps) : undefined;
  return steps.map((step) => {
    const vote = votes.findLast(({ decision_id: id }) => id === step.decision_id);
    const role = step.role as RoleName;
    return {
      role,
      label: roleLabels[role] ?? role,
      kind: step.kind as 'person',
      state: stateOf(step, now),
      asked: step === now ? asked.map(({ name }) => name) : [],
      decidedBy: vote ? (names.get(vote.person_id) ?? '') : null,
      decidedAs: vote ? inRole(role, (vote.answers as VoteAnswers).standsIn === true) : null,
      decidedAt: vote?.at ?? null,
      note: step.kind === 'person' ? (vote?.note ?? '') : '',
      meetings: meetings
        .filter((one) => one.adoption_id === row.id && one.position === step.position)
        .map((one) => shownMeeting(one, names)),
    };
  });
}

function stateOf(step: StepRow, now: StepRow | undefined): ShownStep['state'] {
  if (step === now) return 'now';
  if (step.state === 'approved' || step.state === 'sent-back' || step.state === 'refused') return step.state;
  return now ? 'later' : 'ended';
}

const shownMeeting = (row: MeetingRow, names: ReadonlyMap<string, string>): z.infer<typeof meetingShape> => ({
  id: row.id,
  body: row.body as 'committee',
  name: row.name,
  heldOn: row.held_on,
  present: row.present.map((id) => names.get(id) ?? ''),
  quorum: row.quorum,
  votesFor: row.votes_for,
  votesAgainst: row.votes_against,
  abstained: row.abstained,
  minute: row.minute,
  outcome: row.outcome as 'adopted',
  recordedBy: names.get(row.recorded_by) ?? '',
  recordedAt: row.recorded_at,
});
