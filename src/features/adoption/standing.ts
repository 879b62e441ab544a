// One adoption as it stands: its draft, its steps with their decisions, and whether it is still exactly what was sent.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { draftDocument, draftState, type DraftStanding } from '#features/drafting/index.ts';
import { documentOf, localDate, type PolicyDocument } from '#features/policy/index.ts';
import { adoptionRow, lockAdoption, stepRows, type AdoptionRow, type StepRow } from './queries.ts';

export interface Standing {
  readonly row: AdoptionRow;
  readonly steps: readonly StepRow[];
  readonly draft: DraftStanding;
  /** The step that is decided now; undefined once all are. */
  readonly current: StepRow | undefined;
}

export const currentOf = (steps: readonly StepRow[]): StepRow | undefined =>
  steps.find(({ state }) => state !== 'approved');

export async function standingOf({ db, scopeId }: Context, row: AdoptionRow): Promise<Standing> {
  const [steps, draft] = await Promise.all([stepRows(db, scopeId, [row.id]), draftState(db, scopeId, row.draft_id)]);
  return { row, steps, draft, current: currentOf(steps) };
}

export async function foundAdoption({ db, scopeId }: Context, id: string): Promise<AdoptionRow> {
  const row = await adoptionRow(db, scopeId, id);
  if (!row) throw fail.notFound('adoption');
  return row;
}

/** Locked, still going on, and still the very document that was sent. @throws what keeps it from going on */
export async function openAdoption(context: Context, id: string): Promise<Standing> {
  const row = await lockAdoption(context.db, context.scopeId, id);
  if (!row) throw fail.notFound('adoption');
  if (row.state !== 'open') {
    throw fail.conflict({
      code: 'adoption-over',
      message: `This is over: it was ${OVER[row.state as keyof typeof OVER] ?? row.state}.`,
      remedy: 'Look at it again: it shows what happened.',
    });
  }
  const standing = await standingOf(context, row);
  if (!isAsSent(standing)) {
    throw fail.conflict({
      code: 'draft-edited',
      message: 'The draft was edited after it was sent, so what was approved and signed is no longer what it says.',
      remedy: 'Send it anew: approvals and signatures begin again.',
    });
  }
  return standing;
}

const OVER = {
  'sent-back': 'sent back to be changed',
  refused: 'refused',
  withdrawn: 'withdrawn',
  adopted: 'adopted',
} as const;

export const isAsSent = ({ row, draft }: Pick<Standing, 'row' | 'draft'>): boolean =>
  row.sha256 === draft.sha256 && (draft.state === 'review' || draft.state === 'approved');

/** The document on its way, or as it was adopted; null where it was sent back or edited since. */
export async function documentSent({ db, scopeId }: Context, standing: Standing): Promise<PolicyDocument | null> {
  const { row } = standing;
  if (row.version_id !== null) return (await documentOf(db, scopeId, row.version_id)) ?? null;
  return isAsSent(standing) ? draftDocument(db, scopeId, row.draft_id) : null;
}

/** The local date of an instant that a row holds. */
export const dayAt = ({ db, scopeId }: Context, at: string): Promise<string> =>
  localDate(db, scopeId, Temporal.Instant.from(at));
