// `gatepost clauses`, of an installation with two schools.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { failureOf, openWholeApp, type WholeApp } from '#test/whole-app.ts';
import { clausesIn, clausesInWords } from './clauses-of-schools.ts';

let app: WholeApp;
let slug: string;
beforeAll(async () => {
  app = await openWholeApp();
  const school = await app.ready('tpat', { name: 'Millrace Primary School' });
  await app.ready('the-grange', { name: 'Aldwater School' });
  slug = school.school.slug;
  await app.database.sealer.sealNow(school.school.id);
});
afterAll(() => app.close());

it('lists every school, or one that is named', async () => {
  expect((await clausesIn(app, {})).map(({ school }) => school)).toEqual([
    'Aldwater School',
    'Millrace Primary School',
  ]);
  const [one, ...none] = await clausesIn(app, { school: slug });
  expect(none).toEqual([]);
  const words = clausesInWords(one!);
  expect(words).toMatch(/^Millrace Primary School: .*, version 1, 2036-08-01 to 2036-11-21\n\d+ clauses with evidence/);
  expect(words).toMatch(/\nevidence +5\.2 +The headteacher authorises \[TP-46\]: \d+ done, last 2036-11-21/);
  expect(words).toMatch(/\nnot yet /);
});

it('shows one clause by its id or number, only clauses of one state, and other days', async () => {
  for (const clause of ['tp-46', '5.2']) {
    const [found] = await clausesIn(app, { school: slug, clause });
    expect(found!.clauses.map(({ id }) => id)).toEqual(['TP-46']);
    expect(clausesInWords(found!)).toContain('Authorisation to use school accounts is given by the headteacher.');
  }
  const [notYet] = await clausesIn(app, { school: slug, state: 'not-yet' });
  expect(new Set(notYet!.clauses.map(({ state }) => state))).toEqual(new Set(['not-yet']));
  const [before] = await clausesIn(app, { school: slug, since: '2030-01-01', until: '2030-12-31' });
  expect(before!.states.working).toBe(0);
});

it('says what it does not know', async () => {
  expect((await failureOf(clausesIn(app, { school: 'nowhere' }))).remedy).toContain('/schools/');
  expect((await failureOf(clausesIn(app, { clause: 'XX-1' }))).kind).toBe('not-found');
});
