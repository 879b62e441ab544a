// The one statement that the gate asks says the same as the rules, over many lines of versions and many histories of people.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { livingVersions, versionRows } from '#features/policy/index.ts';
import { schoolYearStart } from '#features/schools/index.ts';
import type { Db } from '#kernel/context.ts';
import { openAcknowledgement } from './acknowledgement.fixture.ts';
import { askedSince, basisOn } from './basis.ts';
import { actRows, hasConfirmed } from './queries.ts';
import { standingOf } from './standing.ts';

let app: Awaited<ReturnType<typeof openAcknowledgement>>;
beforeAll(async () => void (app = await openAcknowledgement()));
afterAll(() => app.drop());

const LINES = 12;
const PEOPLE = 10;
const DAYS = ['2026-08-30', '2026-09-01', '2026-11-20', '2027-03-01', '2027-08-31', '2027-09-01', '2028-09-02'];

/** The same numbers each time, as if thrown: a linear congruential generator. */
function dice(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}
const roll = dice(20_261_120);
const someDay = () =>
  Temporal.PlainDate.from('2026-08-15')
    .add({ days: roll(800) })
    .toString();

it('agrees with basisOn, askedSince and standingOf in every state', async () => {
  const seen = new Set<string>();
  for (let line = 0; line < LINES; line++) {
    const school = await app.school(`School ${line}`);
    await layVersions(school.id);
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => layPerson(school.id)));
    const unit = await app.database.begin({ scopeId: school.id, personId: null, role: 'app' }, 'read');
    try {
      for (const today of DAYS) {
        for (const isYearly of [false, true]) {
          for (const personId of people) {
            const asked = { personId, today, schoolYear: isYearly ? schoolYearStart(today) : null };
            const slow = await byTheRules(unit.db, school.id, asked);
            expect(await hasConfirmed(unit.db, school.id, personId, asked), JSON.stringify({ line, ...asked })).toBe(
              slow,
            );
            seen.add(`${isYearly} ${slow}`);
          }
        }
      }
    } finally {
      await unit.rollback();
    }
  }
  expect(seen.size).toBe(4);
}, 120_000);

interface Asked {
  readonly personId: string;
  readonly today: string;
  readonly schoolYear: string | null;
}

async function byTheRules(db: Db, schoolId: string, { personId, today, schoolYear }: Asked): Promise<boolean> {
  const basis = basisOn(livingVersions(await versionRows(db, schoolId)), today, today);
  if (!basis) return false;
  const ids = basis.counting.map(({ id }) => id);
  const acts = (await actRows(db, schoolId, ids, personId)).map((row) => ({
    outcome: row.outcome === 'refused' ? ('refused' as const) : ('confirmed' as const),
    kind: row.kind,
    doneOn: row.done_on,
    at: row.at,
    reason: row.reason,
    n: 0,
    recordedBy: null,
    paperId: null,
    signatureId: null,
    elsewhere: null,
  }));
  const asked = { ...askedSince(basis, schoolYear), joined: '2020-09-01', days: 28, termEnds: [] };
  return standingOf(asked, acts, today).state === 'confirmed';
}

/** Up to six more versions: on any day, several on one, corrections and material ones, some taken back. */
async function layVersions(schoolId: string): Promise<void> {
  const last = 1 + roll(7);
  for (let n = 2; n <= last; n++) {
    const id = randomUUID();
    const day = roll(3) === 0 ? '2027-03-01' : someDay();
    await app.rows(
      `insert into policy_version select (jsonb_populate_record(v, jsonb_build_object(
         'id', $2::text, 'n', $3::int, 'effective_on', $4::text, 'material', $5::boolean))).*
         from policy_version v where v.school_id = $1 and v.n = 1`,
      [schoolId, id, n, day, roll(2) === 0],
    );
    if (roll(4) === 0) {
      await app.rows(
        `insert into policy_withdrawal (school_id, version_id, why, withdrawn_at) values ($1, $2, 'cancelled', now())`,
        [schoolId, id],
      );
    }
  }
  // Not even the first is always material.
  await app.rows(
    `update policy_version set material = $2, effective_on = '2026-08-31' where school_id = $1 and n = 1`,
    [schoolId, roll(2) === 0],
  );
}

async function layPerson(schoolId: string): Promise<string> {
  const id = randomUUID();
  await app.rows(
    `insert into person (school_id, id, first_name, last_name, email, created_at) values ($1, $2, 'A', 'Person', $3, now())`,
    [schoolId, id, `${id}@example.sch.uk`],
  );
  const versions = await app.rows<{ id: string; sha256: string }>(
    'select id, sha256 from policy_version where school_id = $1 order by n',
    [schoolId],
  );
  await app.rows(
    `insert into signed_text (school_id, sha256, text, first_at) values ($1, 'words', 'words', now()) on conflict do nothing`,
    [schoolId],
  );
  for (let act = roll(4); act > 0; act--) {
    const version = versions[roll(versions.length)]!;
    const [outcome, reason] = roll(3) === 0 ? ['refused', 'No.'] : ['confirmed', ''];
    await app.rows(
      `insert into acknowledgement
         (school_id, id, person_id, version_id, document_sha256, text_sha256, outcome, kind, reason, done_on, at)
       values ($1, gen_random_uuid(), $2, $3, $4, 'words', $5, 'signature', $6, $7, now()) on conflict do nothing`,
      [schoolId, id, version.id, version.sha256, outcome, reason, someDay()],
    );
  }
  return id;
}
