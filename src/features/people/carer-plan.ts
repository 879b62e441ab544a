// What a list of carers would change today: read and planned, nothing written.
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/schools/index.ts';
import { carerRecords, liveLinks } from './carer-queries.ts';
import { bytesOf, type Unusable } from './list-file.ts';
import { WORKING_TYPES } from './person-types.ts';
import { externalIdRows, rollRows } from './roll-queries.ts';
import { readCarerFile } from './roster/carer-rows.ts';
import {
  planCarerImport,
  type CarerCover,
  type CarerImportPlan,
  type ExistingLink,
} from './roster/plan-carer-import.ts';
import type { RosterNote } from './roster/problem.ts';
import { isRelation } from './roster/relation-words.ts';

/** Under this name the stable ids of carers are kept. */
export const CARER_SOURCE = 'carer-list';

export interface CarerList {
  readonly text?: string | undefined;
  readonly base64?: string | undefined;
  readonly covers: CarerCover;
  /** The system that pupils’ stable ids come from. */
  readonly source: string;
}

export interface UsableCarerPlan {
  readonly ok: true;
  readonly plan: CarerImportPlan;
  readonly notes: readonly RosterNote[];
  readonly ignoredColumns: readonly string[];
}
export type CarerPlan = UsableCarerPlan | ({ readonly ok: false } & Unusable);

export async function planCarers({ db, scopeId, at }: Context, list: CarerList): Promise<CarerPlan> {
  const file = readCarerFile(bytesOf(list));
  if (!file.ok) return { ...file, notes: [] };
  const today = dayOf(at);
  const [roll, ids, records, links] = await Promise.all([
    rollRows(db, scopeId, today),
    externalIdRows(db, scopeId),
    carerRecords(db, scopeId, { source: CARER_SOURCE, working: WORKING_TYPES, today }),
    liveLinks(db, scopeId, today),
  ]);
  const idOf = new Map(
    ids.flatMap((one) => (one.source === list.source ? [[one.person_id, one.external_id] as const] : [])),
  );
  const linksOf = Map.groupBy(links, ({ carer_id }) => carer_id);
  const plan = planCarerImport({
    rows: file.rows,
    covers: list.covers,
    roll: roll.map((row) => ({
      id: row.id,
      firstName: row.first_name,
      lastName: row.last_name,
      preferredName: row.preferred_name,
      yearGroup: row.year_group,
      className: row.class_name,
      externalId: idOf.get(row.id) ?? null,
    })),
    existing: records.map((row) => ({
      id: row.id,
      firstName: row.first_name,
      lastName: row.last_name,
      emails: [row.work_email, row.email].filter((email) => email !== ''),
      email: row.email,
      telephone: row.telephone,
      carerId: row.carer_id,
      isCarer: row.is_carer,
      isColleague: row.is_colleague,
      links: (linksOf.get(row.id) ?? []).map((link): ExistingLink => ({
        id: link.id,
        pupilId: link.pupil_id,
        relation: isRelation(link.relation) ? link.relation : 'other',
        parentalResponsibility: link.has_parental_responsibility,
        doNotContact: link.do_not_contact,
        contactOrder: link.contact_order,
      })),
    })),
  });
  const notes = [...file.notes, ...plan.notes];
  if (plan.errorCount > 0) return { ok: false, problems: plan.errors, problemCount: plan.errorCount, notes };
  return { ok: true, plan, notes, ignoredColumns: file.ignoredColumns };
}
