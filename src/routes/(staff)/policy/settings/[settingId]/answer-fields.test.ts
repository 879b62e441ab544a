// Every setting there is can be asked for by a form: what it answers today comes back the same, and what cannot be is refused by name.
import { describe, expect, it } from 'vitest';
import { answerAsShape, allSettings, everyAnswer } from './every-setting.fixture.ts';
import { fieldsOf } from '#surfaces/web/form-fields.ts';
import { answerIn, fieldsFor, overridesIn, placeText, type Shape } from './answer-fields.ts';

function through(fields: readonly (readonly [string, string])[]): Record<string, unknown> {
  const form = new FormData();
  for (const [name, text] of fields) form.append(name, text);
  return fieldsOf(form);
}

function wrongFor(shape: Shape): unknown {
  switch (shape.kind) {
    case 'parts':
      return Object.fromEntries(shape.parts.map((part) => [part.key, wrongFor(part.shape)]));
    case 'any-or-some':
      return { which: 'some', some: ['no-such'] };
    case 'some':
      return ['no-such'];
    case 'lines':
      return 'x'.repeat(shape.most + 1);
    case 'text':
      return '';
    default:
      return 'no such answer';
  }
}

describe.each(allSettings.map((setting) => ({ id: setting.id, setting })))('$id', ({ setting }) => {
  const shape = answerAsShape(setting);

  it('comes back from its form as it went in, for each answer that any model policy gives', () => {
    for (const answer of everyAnswer(setting)) {
      const { answer: typed } = through(fieldsFor(shape, answer, 'answer'));
      const read = setting.schema.safeParse(answerIn(shape, typed));
      expect(read.error?.issues ?? []).toEqual([]);
      expect(read.data).toEqual(answer);
    }
  });

  it('is refused where nothing was answered that could be one', () => {
    const value = shape.kind === 'rows' ? [] : answerIn(shape, wrongFor(shape));
    expect(setting.schema.safeParse(value).success).toBe(false);
  });
});

it('keeps other answers of a place, and leaves out lines without one', () => {
  const shape = { kind: 'one', options: [{ value: 'off', label: 'Off' }] } as const;
  const where = placeText({ account: null, platform: 'facebook', category: 'event' });
  const typed = through([
    ['overrides.0.where', ''],
    ['overrides.0.is', 'off'],
    ['overrides.1.where', where],
    ['overrides.1.is', 'off'],
  ]);
  expect(overridesIn(shape as never, typed['overrides'])).toEqual([
    { platform: 'facebook', category: 'event', is: 'off' },
  ]);
});

it('gives a new kind of post an id of its own', () => {
  const shape = answerAsShape(allSettings.find(({ id }) => id === 'content.categories')!);
  const typed = through([
    ['answer.0.label', 'Café & fête'],
    ['answer.1.id', 'event'],
    ['answer.1.label', ''],
  ]);
  expect(answerIn(shape, typed['answer'])).toEqual([{ id: 'cafe-fete', label: 'Café & fête', fields: [] }]);
});
