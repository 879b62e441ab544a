import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureStanding, type ConsentMode, type PictureFacts, type PictureRules } from './media.ts';

const bytes = 'a'.repeat(64);
const otherBytes = 'b'.repeat(64);
const rules = (value: ConsentMode): PictureRules => ({
  consentMode: { value, clauses: ['TP-40'], source: 'policy' },
  statementClauses: ['ST-7'],
});
const picture = (facts: Partial<PictureFacts> = {}): PictureFacts => ({
  sha256: bytes,
  authors: ['amy', 'ben'],
  showsChildren: false,
  statements: [],
  ...facts,
});
const says = (by: string, showsChildren: boolean, sha256 = bytes) => ({ by, sha256, showsChildren });

test('a picture nobody has declared waits for the author, whoever else has looked', () => {
  const undeclared = picture({ showsChildren: null, statements: [says('cat', false)] });
  expect(pictureStanding(undeclared, rules('opt-in'))).toMatchObject({
    state: 'not-declared',
    clauses: ['TP-40'],
  });
});

test.each<ConsentMode>(['opt-in', 'image-policy'])('children wait for consent records under “%s”', (mode) => {
  const standing = pictureStanding(picture({ showsChildren: true, statements: [says('cat', false)] }), rules(mode));
  expect(standing).toMatchObject({ state: 'needs-consent-records', clauses: ['TP-40'] });
});

test('children may be shown where the policy assumes agreement', () => {
  expect(pictureStanding(picture({ showsChildren: true }), rules('opt-out')).state).toBe('may-go-out');
});

test('the author’s word that no child is shown is not enough', () => {
  const standing = pictureStanding(picture(), rules('opt-in'));
  expect(standing).toMatchObject({ state: 'needs-approver-statement', clauses: ['ST-7'] });
});

test('the approver’s separate word lets it go', () => {
  const seen = picture({ statements: [says('cat', false)] });
  expect(pictureStanding(seen, rules('opt-in')).state).toBe('may-go-out');
});

test('an approver who sees a child outweighs everybody who sees none', () => {
  const seen = picture({ statements: [says('cat', false), says('dan', true)] });
  expect(pictureStanding(seen, rules('opt-in')).state).toBe('needs-consent-records');
});

test('a statement by one of the authors, or about an earlier picture, does not count', () => {
  const seen = picture({
    statements: [says('ben', false), says('cat', false, otherBytes), says('cat', true, otherBytes)],
  });
  expect(pictureStanding(seen, rules('opt-in')).state).toBe('needs-approver-statement');
});

test('under a policy that needs consent, nothing goes out unless author and another person both saw no child', () => {
  const person = fc.constantFrom('amy', 'ben', 'cat', 'dan');
  const statement = fc.record({ by: person, sha256: fc.constantFrom(bytes, otherBytes), showsChildren: fc.boolean() });
  const facts = fc.record({
    sha256: fc.constant(bytes),
    authors: fc.uniqueArray(person, { minLength: 1 }),
    showsChildren: fc.constantFrom(true, false, null),
    statements: fc.array(statement, { maxLength: 5 }),
  });
  fc.assert(
    fc.property(facts, fc.constantFrom<ConsentMode>('image-policy', 'opt-in'), (known, mode) => {
      if (pictureStanding(known, rules(mode)).state !== 'may-go-out') return;
      const others = known.statements.filter(({ by, sha256 }) => sha256 === bytes && !known.authors.includes(by));
      expect(known.showsChildren).toBe(false);
      expect(others.length).toBeGreaterThan(0);
      expect(others.every(({ showsChildren }) => !showsChildren)).toBe(true);
    }),
  );
});
