// The ledger as it lies in the database: one byte changed anywhere is found and its row named, there and in an exported file.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import { createVerifier, type KnownHead } from '#kernel/verify.ts';
import { headerLine, stepLine, verifyFile } from '#main/ledger-file.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { ledgerScopes, ledgerSteps, rowsAtOdds } from './ledger-rows.ts';
import { publicSigningKeys } from './signing-key.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
let school: TestSchool;
let head: PersonActor;
let folder: string;
beforeAll(async () => {
  app = await openTestApp();
  folder = await mkdtemp(join(tmpdir(), 'gatepost-ledger-'));
});
beforeEach(async () => {
  school = await app.school();
  head = await school.person({ responsibilities: ['headteacher'] });
  for (let n = 0; n < 3; n++) {
    app.clock.advance({ minutes: 1 });
    await app.as(head).people.setAbsence({ personId: head.personId, absences: [] });
    await app.database.sealer.sealNow(school.id);
  }
  await app
    .as(school.first)
    .people.setAbsence({ personId: head.personId, absences: [{ startsOn: '2036-11-21', endsOn: '2036-11-22' }] });
  await app.database.sealer.sealNow(school.id);
});
afterEach(() => app.clock.set('2026-11-20T09:00:00Z'));
afterAll(async () => {
  await app.drop();
  await rm(folder, { recursive: true, force: true });
});

async function problems(known: KnownHead | null = null): Promise<string[]> {
  const verifier = createVerifier(await publicSigningKeys(app.database.owner), school.id);
  for await (const step of ledgerSteps(app.database.owner, school.id)) {
    if (step.kind === 'entry') verifier.entry(step.body);
    else verifier.seal(step.seal);
  }
  const told = (await verifier.finish(known)).problems.map(({ what, row }) => `${what} ${row}`);
  for await (const { id } of rowsAtOdds(app.database.owner, school.id)) told.push(`at odds ${id}`);
  return told;
}
const ids = async () =>
  (
    await app.rows<{ id: string }>('select unnest(entry_ids) as id from seal where scope_id = $1 order by n', [
      school.id,
    ])
  ).map(({ id }) => id);
/** As somebody with the owner's password would. */
const tamper = (sql: string, ...values: unknown[]) => app.rows(sql, [school.id, ...values]);

test('nobody touched it: it holds, and its scope is named', async () => {
  expect(await problems()).toEqual([]);
  expect((await ledgerScopes(app.database.owner)).find(({ id }) => id === school.id)?.name).toBe(
    'Millrace Primary School',
  );
});

describe('in the database', () => {
  test('one byte of an entry', async () => {
    const id = (await ids())[1]!;
    await tamper(`update entry set body = replace(body, '"done"', '"Done"') where scope_id = $1 and id = $2`, id);
    expect(await problems()).toEqual([`changed ${id}`, `at odds ${id}`]);
  });
  test('an entry changed together with its own digest', async () => {
    const id = (await ids())[1]!;
    await tamper(
      `update entry set body = replace(body, '"done"', '"Done"'), sha256 = encode(sha256(convert_to(replace(body, '"done"', '"Done"'), 'UTF8')), 'hex') where scope_id = $1 and id = $2`,
      id,
    );
    expect(await problems()).toEqual([`changed ${id}`]);
  });
  test('an entry removed', async () => {
    const id = (await ids())[2]!;
    for (const table of ['entry_detail', 'entry_subject'])
      await tamper(`delete from ${table} where scope_id = $1 and entry_id = $2`, id);
    await tamper('delete from entry where scope_id = $1 and id = $2', id);
    expect(await problems()).toEqual([`removed ${id}`]);
  });
  test('an entry put in, as if it had always been there', async () => {
    const id = '01900000-0000-7000-8000-000000000001';
    await tamper(
      `insert into entry (scope_id, id, at, body, sha256) values ($1, $2, '2026-11-20T09:00:00Z', $3, 'x')`,
      id,
      `{"at":"2026-11-20T09:00:00Z","id":"${id}"}`,
    );
    expect(await problems()).toContain(`inserted ${id}`);
  });
  test('the time beside an entry', async () => {
    const id = (await ids())[1]!;
    await tamper(`update entry set at = at + interval '1 hour' where scope_id = $1 and id = $2`, id);
    expect(await problems()).toEqual([`at odds ${id}`]);
  });
  test('the details of an entry', async () => {
    const [detail] = await app.rows<{ entry_id: string }>(
      'select entry_id from entry_detail where scope_id = $1 limit 1',
      [school.id],
    );
    if (detail) {
      await tamper(
        `update entry_detail set detail = '{"words":"other"}' where scope_id = $1 and entry_id = $2`,
        detail.entry_id,
      );
      expect(await problems()).toEqual([`at odds ${detail.entry_id}`]);
    }
    const id = (await ids())[1]!;
    await tamper(
      `insert into entry_detail (scope_id, entry_id, salt, detail) values ($1, $2, 'salt', '{"words":"put in"}')`,
      id,
    );
    expect(await problems()).toContain(`at odds ${id}`);
  });
  test('a seal in the middle, gone', async () => {
    await tamper('delete from seal where scope_id = $1 and n = 2');
    expect((await problems()).join()).toMatch(/chain-broken seal 3/);
  });
  test('the order within a seal', async () => {
    await tamper(
      "update seal set entry_ids = array(select unnest(entry_ids) order by 1 desc), at = at + interval '1 second' where scope_id = $1 and n = 2",
    );
    expect((await problems()).join()).toMatch(/seal-broken seal 2/);
  });
  test('the newest seals cut off with their entries: found against the head kept elsewhere', async () => {
    const [last] = await app.rows<{ n: number; sha256: string; entry_ids: string[] }>(
      'select n, sha256, entry_ids from seal where scope_id = $1 order by n desc limit 1',
      [school.id],
    );
    for (const table of ['entry_detail', 'entry_subject'])
      await tamper(`delete from ${table} where scope_id = $1 and entry_id = any($2)`, last!.entry_ids);
    await tamper('delete from entry where scope_id = $1 and id = any($2)', last!.entry_ids);
    await tamper('delete from seal where scope_id = $1 and n = $2', last!.n);
    expect(await problems()).toEqual([]);
    expect(await problems({ n: last!.n, sha256: last!.sha256 })).toEqual([`cut-off seal ${last!.n}`]);
  });
});

describe('in an exported file', () => {
  async function exported(): Promise<{ path: string; lines: string[] }> {
    const lines = [headerLine(school.id, 'Millrace', await publicSigningKeys(app.database.owner))];
    for await (const step of ledgerSteps(app.database.owner, school.id)) lines.push(stepLine(step));
    const path = join(folder, `${school.id}.jsonl`);
    await writeFile(path, `${lines.join('\n')}\n`);
    return { path, lines };
  }
  const told = async (path: string) =>
    (await verifyFile(path, null, null)).verdict.problems.map(({ what, row }) => `${what} ${row}`);

  test('untouched it holds, with Windows line ends too', async () => {
    const { path } = await exported();
    expect((await verifyFile(path, null, null)).verdict).toMatchObject({ holds: true, problems: [] });
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('\n', '\r\n'));
    expect(await told(path)).toEqual([]);
  });
  test('a line changed, removed, swapped or put in', async () => {
    const { path, lines } = await exported();
    const first = lines.findIndex((line) => line.includes('"people.setAbsence"'));
    const { id } = JSON.parse(lines[first]!) as { id: string };
    const write = (changed: readonly string[]) => writeFile(path, changed.join('\n'));
    await write(lines.with(first, lines[first]!.replace('setAbsence', 'setabsence')));
    expect(await told(path)).toEqual([`changed ${id}`]);
    await write(lines.toSpliced(first, 1));
    expect(await told(path)).toContain(`removed ${id}`);
    await write(lines.with(1, lines[2]!).with(2, lines[1]!));
    expect((await told(path)).length).toBeGreaterThan(0);
    await write(lines.toSpliced(first, 0, '{"id":"x","at":"2026-11-20T09:00:00Z"}'));
    expect(await told(path)).toContain('inserted x');
  });
  test('something else than a ledger is said to be so', async () => {
    const path = join(folder, 'notes.txt');
    await writeFile(path, 'Dear diary\n');
    await expect(verifyFile(path, null, null)).rejects.toMatchObject({ kind: 'invalid', code: 'not-a-ledger' });
  });
});
