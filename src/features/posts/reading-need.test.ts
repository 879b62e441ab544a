// Who must read a post before it goes out, from the settings alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ruling } from '#kernel/policy.ts';
import { readingNeed, type NeedFacts, type SecondReader } from './reading-need.ts';

const ruling = <T>(value: T, ...clauses: string[]): Ruling<T> => ({ value, clauses, source: 'policy' });
const facts = (more: Partial<NeedFacts> = {}): NeedFacts => ({
  secondReader: [ruling<SecondReader>('required', 'X-1')],
  approver: ruling(['slt'], 'X-2'),
  clearanceBy: ruling(['headteacher'], 'X-3'),
  emergencyRule: ruling({ people: 2, roles: ['headteacher', 'slt'] }, 'X-4'),
  outcome: 'clear',
  reviewClauses: [],
  hasPictures: false,
  pictureClauses: ['X-5'],
  press: null,
  emergency: false,
  withoutReader: '',
  ...more,
});
const reader = (...values: SecondReader[]) => ({
  secondReader: values.map((value) => ruling(value, `reader-${value}`)),
});

describe('a second reader', () => {
  test('required: whoever the policy names, with both clauses', () => {
    expect(readingNeed(facts())).toEqual({
      none: false,
      roles: ['slt'],
      people: 1,
      clauses: ['X-1', 'X-2'],
      why: 'second-reader',
    });
  });
  test('advised: unless a reason is given', () => {
    expect(readingNeed(facts(reader('advised')))).toMatchObject({ none: false, why: 'advised' });
    expect(readingNeed(facts({ ...reader('advised'), withoutReader: 'A date.' }))).toMatchObject({
      none: true,
      clauses: ['reader-advised'],
    });
  });
  test('off: nobody', () => {
    expect(readingNeed(facts(reader('off')))).toMatchObject({ none: true, why: 'nobody' });
  });
  test('of several accounts the strictest counts; of none, as if required', () => {
    expect(readingNeed(facts(reader('off', 'required', 'advised')))).toMatchObject({
      why: 'second-reader',
      clauses: ['reader-required', 'X-2'],
    });
    expect(readingNeed(facts({ secondReader: [] }))).toMatchObject({ none: false, why: 'second-reader' });
  });
});

test('a question goes to whoever clears it, however mild the policy is about readers', () => {
  const need = readingNeed(facts({ ...reader('off'), outcome: 'review', reviewClauses: ['X-9'] }));
  expect(need).toEqual({ none: false, roles: ['headteacher'], people: 1, clauses: ['X-9', 'X-3'], why: 'clearance' });
});

test('a picture is always looked at by a second person', () => {
  expect(readingNeed(facts({ ...reader('off'), hasPictures: true }))).toMatchObject({
    none: false,
    why: 'picture',
    clauses: ['X-5', 'X-2'],
  });
  expect(readingNeed(facts({ ...reader('advised'), hasPictures: true, withoutReader: 'Small.' }))).toMatchObject({
    none: false,
    why: 'picture',
  });
});

test('an emergency asks for as many people as the policy says', () => {
  expect(readingNeed(facts({ emergency: true }))).toMatchObject({
    people: 2,
    roles: ['headteacher', 'slt'],
    why: 'emergency',
    clauses: ['X-4'],
  });
});

test('nobody is needed only where no account asks, nothing is in question and there is no picture', () => {
  const some: fc.Arbitrary<Partial<NeedFacts>> = fc.record({
    secondReader: fc.array(
      fc.constantFrom<SecondReader>('off', 'advised', 'required').map((value) => ruling(value)),
      { maxLength: 3 },
    ),
    outcome: fc.constantFrom('clear', 'warn', 'review'),
    hasPictures: fc.boolean(),
    emergency: fc.boolean(),
    withoutReader: fc.constantFrom('', 'Because.'),
  });
  fc.assert(
    fc.property(some, (more) => {
      const { secondReader, outcome, hasPictures, emergency, withoutReader } = facts(more);
      if (!readingNeed(facts(more)).none) return true;
      const read =
        secondReader.length === 0 ||
        secondReader.some(({ value }) => value === 'required' || (value === 'advised' && withoutReader === ''));
      return !read && outcome !== 'review' && !hasPictures && !emergency;
    }),
  );
});

test('a press release is for whoever deals with the press, whatever else would hold', () => {
  const press = { lead: ruling('chair-of-governors', 'X-6'), clauses: ['X-7'] };
  for (const more of [{}, reader('off'), { emergency: true }, { hasPictures: true }]) {
    expect(readingNeed(facts({ press, ...more }))).toMatchObject({
      none: false,
      roles: ['chair-of-governors'],
      people: 1,
      clauses: ['X-7', 'X-6'],
      why: 'press',
    });
  }
});
