// Whom the policy binds is asked to confirm it and to do their training, from the moment they are entered: seen on their Today.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { acknowledgement } from '#features/acknowledgement/index.ts';
import { mail } from '#features/mail/index.ts';
import type { ModelPolicyName } from '#features/policy/index.ts';
import { references } from '#features/references/index.ts';
import { signatures } from '#features/signatures/index.ts';
import { training } from '#features/training/index.ts';
import type { PersonActor } from '#kernel/actor.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { duties } from './index.ts';

const open = () => openTestApp([mail, references, signatures, acknowledgement, training, duties]);
let app: Awaited<ReturnType<typeof open>>;
beforeAll(async () => void (app = await open()));
afterAll(() => app.drop());

const asked = async (person: PersonActor) => {
  const kinds = new Set((await app.as(person).duties.listToday({})).duties.map(({ kind }) => kind));
  return { signs: kinds.has('acknowledgement.confirm'), learns: kinds.has('training.module') };
};
const schoolUnder = async (model: ModelPolicyName) => {
  const school = await app.school('Millrace Primary School', model);
  const head = await school.person({ responsibilities: ['headteacher'] });
  return { school, head };
};
const covered = async (head: PersonActor) =>
  Object.fromEntries(
    (await app.as(head).acknowledgement.readCoverage({})).versions[0]!.groups.map(({ group, people }) => [
      group,
      people,
    ]),
  );
const answer = async (head: PersonActor, settingId: string, is: readonly string[]) => {
  const { revision } = await app.as(head).policy.readSetting({ settingId });
  await app.as(head).policy.changeSetting({ settingId, is, revision, reason: 'As our governors decided.' });
};

it('gives a new member of staff both tasks without further action, and counts them [GH-16, SJ-08]', async () => {
  for (const model of ['grappenhall-heys', 'st-josephs'] as const) {
    const { school, head } = await schoolUnder(model);
    const taught = async () =>
      (await app.as(head).training.readPlan({})).modules.find(({ moduleId }) => moduleId === 'policy')!;
    const [before, plan] = [await covered(head), await taught()];
    const fresh = await school.person({ name: 'Kim Lee' });
    expect(await covered(head)).toMatchObject({ staff: before['staff']! + 1 });
    expect(await taught()).toMatchObject({ asked: plan.asked + 1, done: 0 });
    expect(await asked(fresh)).toEqual({ signs: true, learns: true });
  }
});

/** As a school's system writes them, one of each of the six kinds. */
const LIST = [
  'Forename,Surname,Staff Type,Job Title,Work Email',
  'Tess,Teach,Teaching Staff,Year 2 teacher,tess@example.sch.uk',
  'Sol,Support,Support Staff,Teaching assistant,sol@example.sch.uk',
  'Sunil,Supply,Supply,,sunil@example.sch.uk',
  'Vera,Volunteer,Volunteer,,vera@example.sch.uk',
  'Cora,Contract,Contractor,,cora@example.sch.uk',
  'Gita,Govern,Governor,,gita@example.sch.uk',
].join('\n');
const SIX = ['teaching', 'support', 'supply', 'volunteer', 'contractor', 'governor'] as const;

/** Takes the list in, lets everybody of it join, and signs them in, by what they are. */
async function takenIn(school: TestSchool, head: PersonActor) {
  await app.as(head).people.importStaff({ text: LIST, covers: 'these-people', typedWord: 'CHANGE' });
  const entered = await Promise.all(
    SIX.map(async (type) => {
      const { people } = await app.as(head).people.list({ type });
      expect(people).toHaveLength(1);
      const [{ id, types }] = people as [(typeof people)[number]];
      const isStaff = type === 'teaching' || type === 'support';
      expect(types).toEqual(isStaff ? ['staff', type] : [type]);
      await app.rows('update person set login_id = $1 where id = $2', [randomUUID(), id]);
      return [type, await school.again({ ...head, personId: id })] as const;
    }),
  );
  return new Map<string, PersonActor>(entered);
}

it('knows six kinds of adults, and enrols each in acknowledgement and in training as the settings say [SN-12]', async () => {
  const { school, head } = await schoolUnder('st-nicholas');
  const people = await takenIn(school, head);
  const found = async () =>
    Object.fromEntries(
      await Promise.all([...people].map(async ([type, person]) => [type, await asked(person)] as const)),
    );
  const both = { signs: true, learns: true };
  expect(await found()).toEqual(Object.fromEntries(SIX.map((type) => [type, both])));
  expect(await covered(head)).toMatchObject({ teaching: 1, support: 1, supply: 1, volunteer: 1, contractor: 1, governor: 1 }); // prettier-ignore
  const { groups } = await app.as(head).training.readProgress({ moduleId: 'policy' });
  expect(groups.filter(({ group }) => group !== 'staff').map(({ group, asked: many }) => [group, many])).toEqual(
    expect.arrayContaining(SIX.map((type) => [type, 1])),
  );

  // Another answer, other people: each of the six can be named by itself, for either of the two.
  await answer(head, 'scope.personTypes', ['teaching', 'governor']);
  await answer(head, 'training.who', ['support', 'volunteer']);
  const none = { signs: false, learns: false };
  expect(await found()).toEqual({
    teaching: { signs: true, learns: false },
    support: { signs: false, learns: true },
    supply: none,
    volunteer: { signs: false, learns: true },
    contractor: none,
    governor: { signs: true, learns: false },
  });
});

it('asks staff of whom no more is said where all staff is named, and where one kind is named only that kind', async () => {
  const { school, head } = await schoolUnder('st-nicholas');
  const plain = await school.person({ name: 'Kim Lee' });
  expect(await asked(plain)).toEqual({ signs: true, learns: true });
  await answer(head, 'scope.personTypes', ['teaching', 'support']);
  await answer(head, 'training.who', ['teaching', 'support']);
  expect(await asked(plain)).toEqual({ signs: false, learns: false });
  expect((await app.as(head).training.readPlan({})).kindNotSaid).toBeGreaterThan(1);
  await app.as(head).people.setTypes({ personId: plain.personId, types: ['teaching'] });
  expect(await asked(await school.again(plain))).toEqual({ signs: true, learns: true });

  const { school: narrow } = await schoolUnder('grappenhall-heys');
  expect(await asked(await narrow.person({ types: ['volunteer'] }))).toEqual({ signs: false, learns: false });
});
