// A departure as pages and programs are shown it.
import { z } from 'zod';
import { personName } from '#features/people/index.ts';
import { stateOn, STATES, type Outcome } from './departure.ts';
import type { DepartureRow } from './queries.ts';

export const departureShape = {
  id: z.string(),
  kind: z.enum(['beforehand', 'afterwards']),
  state: z.enum(STATES),
  clauseId: z.string(),
  happensAt: z.string(),
  untilOn: z.string().nullable(),
  action: z.string(),
  openedBy: z.string(),
  openedAt: z.string(),
  mine: z.boolean(),
  permittedUntil: z.string().nullable(),
  referredTo: z.string(),
};

export const departureView = (row: DepartureRow, today: string, personId: string) => {
  const kind: 'beforehand' | 'afterwards' = row.kind === 'beforehand' ? 'beforehand' : 'afterwards';
  return {
    id: row.id,
    kind,
    state: stateOn({ kind, outcome: row.outcome as Outcome | null, permittedUntil: row.permitted_until }, today),
    clauseId: row.clause_id,
    happensAt: row.happens_at,
    untilOn: row.until_on,
    action: row.action,
    openedBy: personName(row),
    openedAt: row.opened_at,
    mine: row.opened_by === personId,
    permittedUntil: row.permitted_until,
    referredTo: row.referred_to,
  };
};
