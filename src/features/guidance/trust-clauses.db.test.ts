// Where a school’s policy is silent its trust’s answers: that clause is quoted, shown to parents and pupils, and asked about.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { decisions } from '#features/decisions/index.ts';
import { questions } from '#features/questions/index.ts';
import { openTestApp } from '#test/school.ts';
import { makeTrust } from '../policy/trust/trust.fixture.ts';
import { guidance } from './index.ts';

const open = () => openTestApp([decisions, questions, guidance]);
let app: Awaited<ReturnType<typeof open>>;
beforeAll(async () => void (app = await open()));
afterAll(() => app.drop());

/** A school on `tpat`, whose trust then puts this policy in force. */
async function under(model: 'st-nicholas' | 'st-josephs') {
  const trust = await makeTrust(app as unknown as Parameters<typeof makeTrust>[0]);
  const { school, head } = await trust.school('tpat');
  const teacher = await school.person({ name: 'Priya Raman' });
  const put = () => trust.api().putTrustInForce({ model, reason: 'Agreed by the trustees.' });
  return { school, head, teacher, put };
}

it('quotes the clause of the trust, says whose it is, and takes a question about it', async () => {
  const { teacher, head, put } = await under('st-nicholas');
  const asked = { question: 'Does a second person read a post before it is published?' };
  const cited = async () =>
    (await app.as(teacher).guidance.mayI(asked)).answers.flatMap(({ clause }) => (clause ? [clause.id] : []));
  expect((await cited()).some((id) => id.startsWith('trust:'))).toBe(false);
  await put();
  const { says, answers } = await app.as(teacher).guidance.mayI(asked);
  expect(says).toBe('policy');
  const found = answers.find(({ clause }) => clause?.id === 'trust:SN-116');
  expect(found?.clause).toMatchObject({ own: false, ofTrust: true });
  expect(found?.settings[0]).toMatchObject({ id: 'approval.secondReader', byDefault: false });

  await app.as(teacher).questions.ask({ clauseId: 'trust:SN-116', words: 'Also for a correction?' });
  expect((await app.as(head).questions.list({})).questions).toMatchObject([{ clauseId: 'trust:SN-116' }]);
});

it('shows the trust’s behaviour standard to staff, parents and pupils where the school has none, and finds it', async () => {
  const { school, teacher, put } = await under('st-josephs');
  const seen = app.as(visitor(school.id)).guidance;
  const standards = async () =>
    [
      await app.as(teacher).guidance.readRules({}),
      await seen.readView({ audience: 'parents' }),
      await seen.readView({ audience: 'pupils' }),
    ].map(({ behaviour }) => behaviour.map(({ id }) => id));
  for (const ids of await standards()) expect(ids.every((id) => id.startsWith('ST-'))).toBe(true);
  await put();
  for (const ids of await standards()) {
    expect(ids).toContain('trust:SJ-53');
    expect(ids.every((id) => id.startsWith('trust:'))).toBe(true);
  }
  const { answers } = await seen.searchView({ audience: 'parents', question: 'behaviour standard' });
  expect(answers.some(({ clause }) => clause?.ofTrust === true)).toBe(true);
});
