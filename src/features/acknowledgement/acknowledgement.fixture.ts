// A school whose people are asked to confirm its policy, for tests: as the people concerned, on a real database.
import { duties } from '#features/duties/index.ts';
import { mail } from '#features/mail/index.ts';
import type { ModelPolicyName } from '#features/policy/index.ts';
import { references } from '#features/references/index.ts';
import { signatures } from '#features/signatures/index.ts';
import { training } from '#features/training/index.ts';
import { systemActor, type PersonActor } from '#kernel/actor.ts';
import { confirmPolicy, readToTheEnd } from '#main/demo/confirm-policy.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { acknowledgement } from './index.ts';

export const ADDRESS = 'https://millrace.example/policies/this.pdf';

export async function openAcknowledgement() {
  const app = await openTestApp([mail, references, signatures, acknowledgement, training, duties]);
  const api = (person: PersonActor) => app.as(person).acknowledgement;
  type Entered = Parameters<ReturnType<typeof app.as>['references']['addPolicy']>[0];
  return {
    ...app,
    api,
    mine: async (person: PersonActor) => (await api(person).readMine({})).asked!,
    confirm: (person: PersonActor) => confirmPolicy(api(person) as never, person.name),
    read: (person: PersonActor) => readToTheEnd(api(person) as never),
    async ready(model: ModelPolicyName) {
      const school = await app.school('Millrace Primary School', model);
      const head = await school.person({ name: 'Ngozi Okafor', responsibilities: ['headteacher'] });
      return { school, head };
    },
    inDays: async (school: TestSchool, person: PersonActor, days: number) => {
      app.clock.advance({ hours: 24 * days });
      return school.again(person);
    },
    /** Changes one setting: as a correction that asks nobody again, unless it is said to be material. */
    async change(head: PersonActor, settingId: string, is: unknown, material = false) {
      const { revision } = await app.as(head).policy.readSetting({ settingId });
      await app.as(head).policy.changeSetting({ settingId, is, revision, reason: 'It suits us better.', material });
    },
    /** As the worker does every hour. */
    async remind(school: TestSchool, wanted: { now: boolean } = { now: false }) {
      const system = app.as(systemActor(school.id, 'acknowledgement.remind')).acknowledgement;
      const done = [];
      while ((await system.findDue(wanted)).waiting > 0) done.push(await system.remindNext(wanted));
      return done;
    },
    /** The very words that these people signed or confirmed, as they are kept. */
    keptWords: async (...people: readonly PersonActor[]) =>
      (
        await app.rows<{ text: string }>(
          `select t.text from acknowledgement a join signed_text t on t.school_id = a.school_id and t.sha256 = a.text_sha256
            where a.person_id = any($1)`,
          [people.map(({ personId }) => personId)],
        )
      ).map(({ text }) => text),
    noticesOf: async (person: PersonActor) =>
      (await app.as(person).people.readNotices({})).notices.filter(({ href }) => href?.startsWith('/policy/')),
    /** What Today asks of somebody about the policy. */
    dutiesOf: async (person: PersonActor) =>
      (await app.as(person).duties.listToday({})).duties.filter(({ kind }) => kind.startsWith('acknowledgement.')),
    /** Enters a linked policy in the register. */
    enter: async (school: TestSchool, head: PersonActor, wanted: Partial<Entered>) =>
      app
        .as(await school.again(head))
        .references.addPolicy({ belongsTo: 'school', place: ADDRESS, ...wanted } as Entered),
  };
}
