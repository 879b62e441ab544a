// Puts a departure, exactly as it is written now, to those who decide on it, and tells them.
import type { Context } from '#kernel/context.ts';
import { insertDecision } from '#features/decisions/index.ts';
import { notify } from '#features/people/index.ts';
import type { Asked } from '#features/questions/index.ts';

export interface PutDeparture {
  readonly departureId: string;
  readonly openedBy: string;
  readonly hash: string;
  readonly policyVersionId: string | null;
  readonly clauses: readonly string[];
}

export async function putTo(context: Context, put: PutDeparture, approvers: readonly Asked[]): Promise<void> {
  const { db, scopeId, now, newId } = context;
  await insertDecision(db, {
    id: newId(),
    schoolId: scopeId,
    subjectKind: 'departure',
    subjectId: put.departureId,
    hash: put.hash,
    needs: 1,
    policyVersionId: put.policyVersionId,
    clauses: put.clauses,
    askedBy: put.openedBy,
    openedAt: now,
    closesAt: null,
    approvers,
  });
  await notify(
    context,
    approvers.map(({ personId }) => personId),
    {
      kind: 'departures.put',
      text: 'Somebody tells you of a departure from the policy, which waits for your decision.',
      href: `/policy/departures/${put.departureId}`,
    },
  );
}
