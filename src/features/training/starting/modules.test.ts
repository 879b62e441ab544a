// What Gatepost brings: complete, gradable, and one module for every answer of the setting.
import { expect, it } from 'vitest';
import { settings } from '#features/policy/index.ts';
import { grade } from '../grade.ts';
import { lessonFields } from '../lesson.ts';
import { lessonBlocks } from '../lesson-blocks.ts';
import { listedAs } from '../module-id.ts';
import { z } from 'zod';
import { startingModules } from './modules.ts';

const all = [...startingModules.values()];

it('has something to teach under every answer that a policy can give', () => {
  const answers = new Set(all.map(({ id }) => listedAs(id, true)));
  expect(answers).toEqual(new Set(settings.training.modules.default));
});

it.each(all.map((one) => [one.id, one] as const))('%s can be read, saved as it is, and passed', (_, one) => {
  expect(z.object(lessonFields).safeParse(one).error).toBeUndefined();
  expect(lessonBlocks(one.words).length).toBeGreaterThan(3);
  expect(one.questions.length).toBeGreaterThan(0);
  const right = one.questions.map(({ right: place }) => place);
  expect(grade(one.questions, one.passMark, right).passed).toBe(true);
});

it('does not put every right answer in the same place', () => {
  expect(new Set(all.flatMap(({ questions }) => questions.map(({ right }) => right))).size).toBe(3);
});
