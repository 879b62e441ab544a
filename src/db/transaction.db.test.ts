// One transaction under one identity: what it sees, what it leaves behind, and what becomes of its connection.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { openTestApp, type TestSchool } from '#test/school.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
let mill: TestSchool;
let weir: TestSchool;
beforeAll(async () => {
  app = await openTestApp();
  mill = await app.school();
  weir = await app.school('Weirside School');
});
// One test kills a connection, which is told to whoever keeps the log.
afterAll(() => app.drop().catch(() => {}));

const begin = (
  scopeId: string | null,
  mode: 'read' | 'write' = 'write',
  role: 'app' | 'visitor' = 'app',
  personId: string | null = null,
) => app.database.begin({ scopeId, personId, role }, mode);

test('sees the rows of its own scope and nobody else’s, though its statement names none', async () => {
  for (const school of [mill, weir]) {
    const unit = await begin(school.id, 'read');
    const people = await unit.db.selectFrom('person').select(['id', 'school_id']).execute();
    expect(new Set(people.map(({ school_id }) => school_id))).toEqual(new Set([school.id]));
    await unit.rollback();
  }
  const none = await begin(null, 'read');
  expect(await none.db.selectFrom('person').select('id').execute()).toEqual([]);
  await none.rollback();
});

test('the next user of a connection starts with nothing of the one before', async () => {
  for (let n = 0; n < 8; n++) {
    const one = await begin(mill.id, 'write', 'app', mill.first.personId);
    await one.db.selectFrom('person').select('id').execute();
    await (n % 2 === 0 ? one.commit() : one.rollback());
  }
  const { rows } = await app.database.app.query<{ school: string | null; who: string }>(
    `select current_setting('app.school', true) as school, current_user as who`,
  );
  expect(rows[0]).toEqual({ school: '', who: 'gatepost_app' });
  const after = await begin(null, 'read');
  expect(await after.db.selectFrom('person').select('id').execute()).toEqual([]);
  await after.rollback();
});

test('whoever takes a connection straight from the pool after a read starts with nothing of it either', async () => {
  for (let n = 0; n < 30; n++) {
    const unit = await begin(mill.id, 'read', 'visitor', mill.first.personId);
    await unit.db.selectFrom('school').select('id').execute();
    await unit.commit();
    const { rows } = await app.database.app.query<{ school: string | null; who: string }>(
      `select current_setting('app.school', true) as school, current_user as who`,
    );
    expect(rows[0]!.who).toBe('gatepost_app');
    expect(rows[0]!.school ?? '').toBe('');
  }
});

test('what is committed stays, what is rolled back never was; asked twice, both are quiet', async () => {
  const term = { id: randomUUID(), school_id: mill.id, term: 'kept', reason: '' };
  const kept = await begin(mill.id);
  await kept.db.insertInto('confidential_term').values(term).execute();
  await kept.commit();
  await kept.commit();
  await kept.rollback();
  const dropped = await begin(mill.id);
  await dropped.db
    .insertInto('confidential_term')
    .values({ ...term, id: randomUUID(), term: 'dropped' })
    .execute();
  await dropped.rollback();
  await dropped.rollback();
  expect(
    (await app.rows<{ term: string }>('select term from confidential_term where school_id = $1', [mill.id])).map(
      (row) => row.term,
    ),
  ).toEqual(['kept']);
});

test('a commit of what had failed is no commit', async () => {
  const unit = await begin(mill.id);
  await expect(sql`select 1 / 0`.execute(unit.db)).rejects.toThrow(/division by zero/);
  await expect(unit.commit()).rejects.toThrow(/rolled back/);
  await unit.rollback();
});

test('a reading transaction cannot write', async () => {
  const unit = await begin(mill.id, 'read');
  await expect(sql`delete from confidential_term`.execute(unit.db)).rejects.toThrow(/read-only/);
  await unit.rollback();
});

test('only an id may be an identity', async () => {
  await expect(begin(`'; drop table person; --`)).rejects.toThrow('Not an id.');
  await expect(begin(mill.id, 'write', 'app', 'x')).rejects.toThrow('Not an id.');
  const free = await Promise.all(Array.from({ length: 4 }, () => begin(mill.id, 'read')));
  for (const unit of free) await unit.rollback();
});

test('a connection that dies in the middle is told as such, and the next one works', async () => {
  const unit = await begin(mill.id);
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(unit.db);
  await app.rows('select pg_terminate_backend($1)', [rows[0]!.pid]);
  await expect(unit.db.selectFrom('person').select('id').execute()).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'database-away',
  });
  await unit.rollback();
  const next = await begin(mill.id, 'read');
  expect((await next.db.selectFrom('person').select('id').execute()).length).toBeGreaterThan(0);
  await next.rollback();
});
