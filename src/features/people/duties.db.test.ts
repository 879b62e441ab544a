// What set-up still needs, told to those who can do it, until it is done.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import type { PersonActor } from '#kernel/actor.ts';
import { loadModelPolicy, policyInForce } from '#features/policy/index.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { peopleDuties } from './index.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
let mill: TestSchool;

beforeAll(async () => {
  app = await openTestApp();
  mill = await app.school();
});
afterAll(() => app.drop());

async function kindsFor(actor: PersonActor): Promise<string[]> {
  const unit = await app.database.begin({ scopeId: actor.scopeId, personId: actor.personId, role: 'app' }, 'read');
  const starter = await loadModelPolicy('starter');
  const given = {
    actor,
    db: unit.db,
    scopeId: actor.scopeId,
    at: app.clock.now(),
    policy: async () => policyInForce(starter, starter),
  };
  const duties = await peopleDuties(given as unknown as Context);
  await unit.rollback();
  for (const duty of duties) expect(duty.clauses.length, duty.kind).toBeGreaterThan(0);
  return duties.map(({ kind }) => kind);
}

it('asks for what is missing, and stops asking when it is there', async () => {
  expect(await kindsFor(mill.first)).toEqual([
    'people.name-headteacher',
    'people.name-dsl',
    'people.import-roll',
    'people.invite',
  ]);
  const head = await mill.person({ responsibilities: ['headteacher'] });
  expect(await kindsFor(mill.first)).toEqual(['people.name-dsl', 'people.import-roll', 'people.name-deputy']);
  const teacher = await mill.person();
  expect(await kindsFor(teacher)).toEqual([]);
  await app.as(head).people.grantResponsibility({ personId: teacher.personId, responsibility: 'dsl' });
  await app.as(head).people.importPupils({ text: 'First name,Last name\nAmelia,Brown', covers: 'whole-roll' });
  const [held] = (await app.as(head).people.read({ personId: head.personId })).responsibilities;
  await app.as(head).people.setDeputy({ grantId: held!.grantId, deputyId: teacher.personId });
  expect(await kindsFor(mill.first)).toEqual([]);
});

it('does not ask who stands in for the headteacher where there is a deputy headteacher', async () => {
  const weir = await app.school();
  const head = await weir.person({ responsibilities: ['headteacher'] });
  expect(await kindsFor(head)).toContain('people.name-deputy');
  await weir.person({ responsibilities: ['deputy-headteacher'] });
  expect(await kindsFor(head)).not.toContain('people.name-deputy');
});
