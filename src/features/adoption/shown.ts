// An adoption as people are told it: each step with who decided and when, each line to sign on, what it waits for.
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import { voteRows } from '#features/decisions/index.ts';
import { peopleByIds, personName } from '#features/people/index.ts';
import { roleLabels, type RoleName } from '#features/policy/index.ts';
import { bodyKinds } from './meeting.ts';
import { meetingRows, type AdoptionRow, type MeetingRow, type StepRow } from './queries.ts';

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
  decidedAt: z.string().nullable(),
  note: z.string(),
  meetings: z.array(meetingShape),
});
export type ShownStep = z.infer<typeof stepShape>;

export async function shownSteps(
  context: Context,
  row: AdoptionRow,
  steps: readonly StepRow[],
  asked: readonly { readonly name: string }[],
): Promise<ShownStep[]> {
  const { db, scopeId } = context;
  const decided = steps.flatMap(({ decision_id: id }) => id ?? []);
  const [meetings, votes] = await Promise.all([
    meetingRows(db, scopeId, [row.id]),
    Promise.all(decided.map((id) => voteRows(db, scopeId, id))),
  ]);
  const names = await namesOf(context, [
    ...votes.flat().map(({ person_id: id }) => id),
    ...meetings.flatMap((meeting) => [...meeting.present, meeting.recorded_by]),
  ]);
  const now = row.state === 'open' ? steps.find(({ state }) => state !== 'approved') : undefined;
  return steps.map((step) => {
    const vote = votes.flat().findLast(({ decision_id: id }) => id === step.decision_id);
    return {
      role: step.role,
      label: roleLabels[step.role as RoleName] ?? step.role,
      kind: step.kind as 'person',
      state: stateOf(step, now),
      asked: step === now ? asked.map(({ name }) => name) : [],
      decidedBy: vote ? (names.get(vote.person_id) ?? '') : null,
      decidedAt: vote?.at ?? null,
      note: step.kind === 'person' ? (vote?.note ?? '') : '',
      meetings: meetings.filter(({ position }) => position === step.position).map((one) => shownMeeting(one, names)),
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

export async function namesOf({ db, scopeId }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await peopleByIds(db, scopeId, [...new Set(ids)]);
  return new Map(people.map((person) => [person.id, personName(person)]));
}
