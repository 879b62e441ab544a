// Checking a draft on the server: does it cost more when the roll is a thousand times as long?
import { nameKeys } from '#features/people/names/index.ts';
import { newId } from '#kernel/id.ts';
import { median, percentile, type Figure } from './figure.ts';
import { openStand, type Stand } from './stand/school.ts';

const SMALL = 1_000;
const LARGE = 1_000_000;
const ROUNDS = 300;

export async function* figures(): AsyncGenerator<Figure> {
  const stand = await openStand();
  try {
    const planted = await addPupils(stand, 0, SMALL);
    // As autovacuum does within a minute, so that both lengths of roll are planned for what they are.
    await stand.app.database.owner.query('vacuum analyze');
    const draft = draftOf(planted);
    const small = await checked(stand, draft);
    for (let from = SMALL; from < LARGE; from += 50_000) {
      process.stderr.write(`\r  entering pupils: ${from.toLocaleString('en-GB')} …`);
      await addPupils(stand, from, Math.min(from + 50_000, LARGE));
    }
    process.stderr.write('\n');
    await stand.app.database.owner.query('vacuum analyze name_key, person, enrolment, person_type');
    const large = await checked(stand, draft);
    const ratio = median(large) / median(small);
    yield {
      figure: `Draft check with 1,000,000 pupils (median ${median(large).toFixed(2)} ms)`,
      value: `${ratio.toFixed(2)} ×`,
      goal: '≤ 1.5 ×',
      met: ratio <= 1.5,
      against: `the same draft with 1,000 pupils (median ${median(small).toFixed(2)} ms)`,
    };
    const slow = percentile(large, 95);
    yield {
      figure: 'Draft check, 2,000 characters, 95th percentile, 1,000,000 pupils',
      value: `${slow.toFixed(2)} ms`,
      goal: '≤ 10 ms',
      met: slow <= 10,
      against: 'the action, with its transaction, as the page calls it',
    };
  } finally {
    await stand.close();
  }
}

/** Milliseconds of each of many checks, warm, with three planted names to find. */
async function checked({ app, teacher, noticeboardId }: Stand, words: string): Promise<number[]> {
  const typists = Array.from({ length: 20 }, () => newId(app.clock.now()));
  await app.database.owner.query(
    `insert into person (school_id, id, first_name, last_name, job_title, created_at)
     select $1, id, 'Typist', 'Number ' || n, 'Teacher', now() from unnest($2::uuid[]) with ordinality as t(id, n)`,
    [teacher.scopeId, typists],
  );
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + 50; round += 1) {
    // By many people in turn: one person may only check so often a minute.
    const somebody = app.as({ ...teacher, personId: typists[round % typists.length]! });
    const from = performance.now();
    const { findings } = await somebody.posts.check({
      words,
      accounts: [{ accountId: noticeboardId }],
      category: 'celebration',
    });
    if (round >= 50) times.push(performance.now() - from);
    const found = findings.filter((finding) => finding.rule === 'pupil-full-name').length;
    if (found !== 3) throw new Error(`Three names were planted and ${found} found.`);
  }
  return times;
}

const FIRST =
  'Amelia Noah Olivia Theo Isla Arthur Ava Luca Freya Muhammad Lily Oscar Florence Leo Willow Jude Mia Finley Rosie Archie'.split(
    ' ',
  );
const LAST =
  'Fenwick Okoro Hargreaves Pryce Nakamura Doyle Lindqvist Patel Osei Wren Castellan Ibbotson Varga Quill Thorne'.split(
    ' ',
  );

/** Names that are all different, as on a long roll: a syllable for each digit of the number. */
const nameOf = (i: number) => ({
  first: `${FIRST[i % FIRST.length]}${syllables(Math.floor(i / 300))}`,
  last: `${LAST[i % LAST.length]}${syllables(Math.floor(i / 7))}`,
});
const SYLLABLES = ['ba', 'de', 'fi', 'go', 'hu', 'ka', 'le', 'mi', 'no', 'pu'];
const syllables = (n: number): string => [...String(n)].map((digit) => SYLLABLES[Number(digit)]).join('');

async function addPupils(
  { app, schoolId }: Stand,
  from: number,
  to: number,
): Promise<{ first: string; last: string }[]> {
  const at = app.clock.now();
  const rows = Array.from({ length: to - from }, (_, i) => ({
    id: newId(at),
    ...nameOf(from + i),
    className: `${(i % 6) + 1}K`,
    yearGroup: String((i % 6) + 1),
  }));
  const keys = rows.flatMap((row) =>
    [
      ...new Set(
        nameKeys({
          kind: 'pupil',
          first: row.first,
          last: row.last,
          preferred: '',
          className: row.className,
          yearGroup: row.yearGroup,
        }),
      ),
    ].map((key) => ({ key, id: row.id })),
  );
  const owner = app.database.owner;
  await owner.query(
    `insert into person (school_id, id, first_name, last_name, created_at) select $1, * , now() from unnest($2::uuid[], $3::text[], $4::text[])`,
    [schoolId, rows.map((row) => row.id), rows.map((row) => row.first), rows.map((row) => row.last)],
  );
  await owner.query(
    `insert into person_type (school_id, id, person_id, type, starts_on) select $1, p, p, 'pupil', '2026-09-01' from unnest($2::uuid[]) p`,
    [schoolId, rows.map((row) => row.id)],
  );
  await owner.query(
    `insert into enrolment (school_id, person_id, year_group, class_name, starts_on) select $1, p, y, c, '2026-09-01' from unnest($2::uuid[], $3::text[], $4::text[]) as t(p, y, c)`,
    [schoolId, rows.map((row) => row.id), rows.map((row) => row.yearGroup), rows.map((row) => row.className)],
  );
  await owner.query(
    `insert into name_key (school_id, key, person_id) select $1, k, p from unnest($2::text[], $3::uuid[]) as t(k, p) on conflict do nothing`,
    [schoolId, keys.map((one) => one.key), keys.map((one) => one.id)],
  );
  return rows.slice(0, 3);
}

/** 2,000 characters of an ordinary post, with three pupils named in full. */
function draftOf(planted: readonly { first: string; last: string }[]): string {
  const named = planted.map(({ first, last }) => `${first} ${last}`).join(', ');
  const filler =
    'Kingfisher class spent Thursday at the weir, counting what lives in the stream. The water is very clean, and the children learned how a riffle differs from a pool. Thank you to the river trust for the nets and for the patience of everybody who came along in the rain. ';
  return `${named} found eleven larvae in one tray. ${filler.repeat(8)}`.slice(0, 2_000);
}
