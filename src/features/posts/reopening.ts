// Ends what was being decided, or takes an approval away again: an edit, a withdrawal, its time, something found at the last minute.
import type { Context } from '#kernel/context.ts';
import { latestDecision, setDecisionState, type DecisionState } from '#features/decisions/index.ts';

/**
 * Closes whatever decision stands on the post, open or made. What was decided stays on record.
 * @returns its id; null where none stood
 */
export async function closeDecision(context: Context, postId: string, as: DecisionState): Promise<string | null> {
  const { db, scopeId, now } = context;
  const decision = await latestDecision(db, scopeId, 'post', postId);
  if (!decision || !['open', 'approved'].includes(decision.state)) return null;
  await setDecisionState(db, scopeId, decision.id, as, now);
  return decision.id;
}
