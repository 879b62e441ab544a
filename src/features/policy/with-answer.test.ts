// A policy with one setting answered otherwise is whole: nothing else is touched, everything cited is there, and going back leaves nothing.
import { expect, it } from 'vitest';
import { answerOf, sameAnswer } from './answer.ts';
import { inconsistencies } from './document-consistency.ts';
import { documentSchema } from './document-schema.ts';
import { everyControlId } from './every-control.fixture.ts';
import { loadModelPolicy, modelPolicyNames } from './model-policies.ts';
import { clauseOfChange, withAnswer } from './with-answer.ts';

const starter = await loadModelPolicy('starter');

it.each(modelPolicyNames)('%s', async (name) => {
  const adopted = await loadModelPolicy(name);
  const ground = { adopted, starter, controlIds: ['posts.second-reader'] };
  const first = answerOf(adopted, starter, 'approval.secondReader');
  const is = first.is === 'off' ? 'required' : 'off';
  const changed = withAnswer(
    adopted,
    {
      settingId: 'approval.secondReader',
      answer: { is, overrides: [{ platform: 'x', is: 'advised' }] },
      because: 'Why.',
    },
    ground,
  );
  expect(inconsistencies(changed, everyControlId)).toEqual([]);
  expect(documentSchema.safeParse(changed).error?.issues ?? []).toEqual([]);
  expect(changed.clauses.slice(0, -1)).toEqual(adopted.clauses);
  expect(clauseOfChange(changed, 'approval.secondReader')).toBe('SET-01');

  const twice = withAnswer(
    changed,
    { settingId: 'review.months', answer: { is: 5, overrides: [] }, because: 'Why.' },
    ground,
  );
  expect(clauseOfChange(twice, 'review.months')).toBe('SET-02');
  const back = (document: typeof twice, settingId: string) =>
    withAnswer(document, { settingId, answer: answerOf(adopted, starter, settingId), because: 'Back.' }, ground);
  expect(back(back(twice, 'approval.secondReader'), 'review.months')).toEqual(adopted);
});

it('takes the order of places for nothing', () => {
  const [one, two] = [
    { platform: 'x', is: 1 },
    { category: 'event', is: 2 },
  ];
  expect(sameAnswer({ is: 0, overrides: [one, two] }, { is: 0, overrides: [two, one] })).toBe(true);
  expect(sameAnswer({ is: 0, overrides: [one] }, { is: 0, overrides: [two] })).toBe(false);
});
