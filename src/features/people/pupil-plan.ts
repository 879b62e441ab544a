// What a class list would change on the roll of today: read and planned, nothing written.
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/schools/index.ts';
import { bytesOf, type Unusable } from './list-file.ts';
import type { ExistingPupil } from './roster/match-pupils.ts';
import { planPupilImport, type PupilImportPlan, type RollCover } from './roster/plan-import.ts';
import type { RosterNote } from './roster/problem.ts';
import { readPupilFile } from './roster/pupil-rows.ts';
import { externalIdRows, rollRows, type RollRow } from './roll-queries.ts';

export interface PupilList {
  readonly text?: string | undefined;
  readonly base64?: string | undefined;
  readonly covers: RollCover;
  readonly source: string;
}

export interface UsablePlan {
  readonly ok: true;
  readonly plan: PupilImportPlan;
  readonly notes: readonly RosterNote[];
  readonly ignoredColumns: readonly string[];
  /** The roll as it is, by person. */
  readonly roll: ReadonlyMap<string, RollRow>;
}
export type PupilPlan = UsablePlan | ({ readonly ok: false } & Unusable);

export async function planPupils({ db, scopeId, at }: Context, list: PupilList): Promise<PupilPlan> {
  const file = readPupilFile(bytesOf(list));
  if (!file.ok) return { ...file, notes: [] };
  const [rows, ids] = await Promise.all([rollRows(db, scopeId, dayOf(at)), externalIdRows(db, scopeId)]);
  const idsOf = Map.groupBy(ids, ({ person_id }) => person_id);
  const existing = rows.map((row): ExistingPupil => ({
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    preferredName: row.preferred_name || null,
    yearGroup: row.year_group || null,
    className: row.class_name || null,
    externalIds: (idsOf.get(row.id) ?? []).map(({ source, external_id }) => ({ source, id: external_id })),
  }));
  const plan = planPupilImport({ rows: file.rows, existing, covers: list.covers, source: list.source });
  const notes = [...file.notes, ...plan.notes];
  if (plan.errorCount > 0) return { ok: false, problems: plan.errors, problemCount: plan.errorCount, notes };
  return {
    ok: true,
    plan,
    notes,
    ignoredColumns: file.ignoredColumns,
    roll: new Map(rows.map((row) => [row.id, row])),
  };
}
