// Statements about modules and their editions.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { Question } from './lesson.ts';

export interface EditionRow {
  readonly moduleId: string;
  readonly n: number;
  readonly title: string;
  readonly summary: string;
  readonly words: string;
  readonly video: string;
  readonly document: string;
  readonly questions: readonly Question[];
  readonly passMark: number;
  readonly sha256: string;
  readonly note: string;
  readonly writtenBy: string | null;
  readonly writtenAt: string;
}

export interface ModuleRow extends EditionRow {
  readonly countsFrom: number;
  readonly countsSince: string | null;
  readonly neededToRun: boolean;
  readonly repeatMonths: number | null;
  readonly ownerId: string | null;
  readonly retiredAt: string | null;
}

const EDITION_COLUMNS = [
  'e.module_id as moduleId',
  'e.n',
  'e.title',
  'e.summary',
  'e.words',
  'e.video',
  'e.document',
  sql<readonly Question[]>`e.questions`.as('questions'),
  'e.pass_mark as passMark',
  'e.sha256',
  'e.note',
  'e.written_by as writtenBy',
  'e.written_at as writtenAt',
] as const;

/** Those that the school keeps itself, each in its newest edition. */
export async function moduleRows(db: Db, schoolId: string, ids?: readonly string[]): Promise<ModuleRow[]> {
  let query = db
    .selectFrom('training_module as m')
    .innerJoin('training_edition as e', (join) =>
      join.onRef('e.school_id', '=', 'm.school_id').onRef('e.module_id', '=', 'm.id').onRef('e.n', '=', 'm.edition'),
    )
    .select([
      ...EDITION_COLUMNS,
      'm.counts_from as countsFrom',
      'm.counts_since as countsSince',
      'm.needed_to_run as neededToRun',
      'm.repeat_months as repeatMonths',
      'm.owner_id as ownerId',
      'm.retired_at as retiredAt',
    ])
    .where('m.school_id', '=', schoolId);
  if (ids !== undefined) query = query.where((eb) => eb('m.id', '=', eb.fn.any(eb.val([...ids]))));
  return query.orderBy('m.id').execute();
}

export const editionRows = (db: Db, schoolId: string, moduleId: string): Promise<EditionRow[]> =>
  db
    .selectFrom('training_edition as e')
    .select([...EDITION_COLUMNS])
    .where('e.school_id', '=', schoolId)
    .where('e.module_id', '=', moduleId)
    .orderBy('e.n', 'desc')
    .execute();

/** Two people never write the same edition. */
export const holdModules = async (db: Db, schoolId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('training ' || ${schoolId}, 0))`.execute(db);
};

export interface NewEdition extends Omit<EditionRow, 'writtenAt'> {
  readonly countsAgain: boolean;
}

/** Of a module that is new, or the next of one that is known. */
export async function insertEdition(
  db: Db,
  schoolId: string,
  edition: NewEdition,
  rules: { readonly neededToRun: boolean; readonly repeatMonths: number | null; readonly ownerId: string | null },
  { now, today }: { readonly now: string; readonly today: string },
): Promise<void> {
  const { moduleId, n, countsAgain } = edition;
  const kept = { needed_to_run: rules.neededToRun, repeat_months: rules.repeatMonths, owner_id: rules.ownerId };
  const counts = countsAgain ? { counts_from: n, counts_since: today } : {};
  await db
    .insertInto('training_module')
    .values({ school_id: schoolId, id: moduleId, edition: n, ...kept, ...counts })
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'id']).doUpdateSet({ edition: n, retired_at: null, ...kept, ...counts }),
    )
    .execute();
  await db
    .insertInto('training_edition')
    .values({
      school_id: schoolId,
      module_id: moduleId,
      n,
      title: edition.title,
      summary: edition.summary,
      words: edition.words,
      video: edition.video,
      document: edition.document,
      questions: JSON.stringify(edition.questions),
      pass_mark: edition.passMark,
      sha256: edition.sha256,
      note: edition.note,
      written_by: edition.writtenBy,
      written_at: now,
    })
    .execute();
}

/** As Gatepost brings them; what the school keeps already stays as it is. */
export async function keepStarting(
  db: Db,
  schoolId: string,
  editions: readonly Omit<NewEdition, 'countsAgain'>[],
  now: string,
): Promise<void> {
  if (editions.length === 0) return;
  const added = await db
    .insertInto('training_module')
    .values(editions.map(({ moduleId, n }) => ({ school_id: schoolId, id: moduleId, edition: n })))
    .onConflict((conflict) => conflict.columns(['school_id', 'id']).doNothing())
    .returning('id')
    .execute();
  const fresh = new Set(added.map(({ id }) => id));
  const rows = editions.filter(({ moduleId }) => fresh.has(moduleId));
  if (rows.length === 0) return;
  await db
    .insertInto('training_edition')
    .values(
      rows.map((edition) => ({
        school_id: schoolId,
        module_id: edition.moduleId,
        n: edition.n,
        title: edition.title,
        summary: edition.summary,
        words: edition.words,
        video: edition.video,
        document: edition.document,
        questions: JSON.stringify(edition.questions),
        pass_mark: edition.passMark,
        sha256: edition.sha256,
        note: edition.note,
        written_by: edition.writtenBy,
        written_at: now,
      })),
    )
    .execute();
}

export const setRetired = (db: Db, schoolId: string, moduleId: string, at: string | null) =>
  db
    .updateTable('training_module')
    .set({ retired_at: at })
    .where('school_id', '=', schoolId)
    .where('id', '=', moduleId)
    .execute();
