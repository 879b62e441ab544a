// Asks whoever decides next; once everybody has approved, the draft is approved and its signatures are asked for.
import type { Context } from '#kernel/context.ts';
import { approverRows, insertDecision, replaceApprovers, voteRows } from '#features/decisions/index.ts';
import { setDraftState, type DraftStanding } from '#features/drafting/index.ts';
import { activeHolders, notify } from '#features/people/index.ts';
import { localDate } from '#features/policy/index.ts';
import { approversOf, minuteKeepers, type NamedApprover } from './approvers.ts';
import { currentOf } from './standing.ts';
import { stepRows, type AdoptionRow, type StepRow } from './queries.ts';
import { setStepDecision } from './write-queries.ts';
import { askToSign } from './ask-to-sign.ts';

export const SUBJECT = 'adoption';
export const pageOf = (row: Pick<AdoptionRow, 'id'>): string => `/policy/adoption/${row.id}`;

/** Nobody approves what they wrote, and nobody approves twice. */
export async function approversNow(
  context: Context,
  step: Pick<StepRow, 'role' | 'kind' | 'decision_id'>,
  steps: readonly StepRow[],
  draft: Pick<DraftStanding, 'authors'>,
): Promise<NamedApprover[]> {
  if (step.kind === 'body') return minuteKeepers(context, new Set(draft.authors));
  const before = steps.flatMap(({ kind, decision_id: id }) =>
    kind === 'person' && id !== null && id !== step.decision_id ? [id] : [],
  );
  const votes = await voteRows(context.db, context.scopeId, before);
  return approversOf(context, step.role, new Set([...draft.authors, ...votes.map(({ person_id: id }) => id)]));
}

/** What is kept with the vote of a person. */
export interface VoteAnswers {
  /** In the place of whoever holds the role, who is away or may not decide. */
  readonly standsIn?: boolean;
}

export const answersOf = ({ because, standingInFor }: NamedApprover, role: string): VoteAnswers =>
  standingInFor !== null || because !== role ? { standsIn: true } : {};

export async function goOn(context: Context, row: AdoptionRow, draft: DraftStanding): Promise<void> {
  const { db, scopeId, now } = context;
  const steps = await stepRows(db, scopeId, [row.id]);
  const step = currentOf(steps);
  if (!step) {
    await setDraftState(context, row.draft_id, 'approved');
    await askToSign(context, row);
    return;
  }
  const approvers = await approversNow(context, step, steps, draft);
  const id = context.newId();
  await insertDecision(db, {
    id,
    schoolId: scopeId,
    subjectKind: SUBJECT,
    subjectId: row.id,
    hash: row.sha256,
    needs: 1,
    policyVersionId: (await context.policy()).versionId,
    clauses: row.clauses,
    askedBy: row.sent_by,
    openedAt: now,
    closesAt: null,
    approvers,
  });
  await setStepDecision(db, scopeId, step, id);
  await ask(context, row, step, approvers);
}

interface Moved {
  readonly step: StepRow;
  readonly decisionId: string;
  readonly approvers: readonly NamedApprover[];
  /** Those who were not asked before. */
  readonly fresh: readonly NamedApprover[];
}

/** Somebody has left, is away, or holds a role since: the open step is no longer put to those who can decide it now. */
export async function movedSince(
  context: Context,
  row: AdoptionRow,
  draft: Pick<DraftStanding, 'authors'>,
): Promise<Moved | null> {
  const { db, scopeId } = context;
  const steps = await stepRows(db, scopeId, [row.id]);
  const step = currentOf(steps);
  if (!step?.decision_id) return null;
  const [before, approvers] = await Promise.all([
    approverRows(db, scopeId, [step.decision_id]),
    approversNow(context, step, steps, draft),
  ]);
  const known = new Set(before.map(({ person_id: id }) => id));
  const fresh = approvers.filter(({ personId }) => !known.has(personId));
  const same = fresh.length === 0 && known.size === approvers.length;
  return same ? null : { step, decisionId: step.decision_id, approvers, fresh };
}

export async function askAnew(context: Context, row: AdoptionRow, moved: Moved): Promise<void> {
  await replaceApprovers(context.db, context.scopeId, moved.decisionId, moved.approvers);
  if (moved.fresh.length > 0 || moved.approvers.length === 0) await ask(context, row, moved.step, moved.fresh);
}

async function ask(
  context: Context,
  row: AdoptionRow,
  step: StepRow,
  approvers: readonly NamedApprover[],
): Promise<void> {
  if (approvers.length === 0) {
    const { db, scopeId, at } = context;
    const holders = await activeHolders(db, scopeId, CAN_NAME, await localDate(db, scopeId, at));
    await notify(
      context,
      holders.map(({ personId }) => personId),
      {
        kind: 'adoption.nobody-left',
        text: `Nobody is left who may approve “${row.title}”. It waits.`,
        href: pageOf(row),
      },
    );
    return;
  }
  const text =
    step.kind === 'body'
      ? `“${row.title}” waits for a meeting. Record what it decided.`
      : `“${row.title}” waits for your approval.`;
  await notify(
    context,
    approvers.map(({ personId }) => personId),
    { kind: 'adoption.approve', text, href: pageOf(row) },
  );
}

/** Who can give somebody the role that is missing. */
export const CAN_NAME = ['headteacher', 'chair-of-governors', 'administrator', 'system-administrator'];
