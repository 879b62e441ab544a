// The hash that an approval binds to: it changes with anything that goes out, and with nothing else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf, outgoing, payloadDigest, withEndings, type Going } from './payload.ts';

const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const going: fc.Arbitrary<Going> = fc.record({
  accounts: fc.uniqueArray(fc.record({ accountId: fc.uuid(), words: fc.option(fc.string({ unit: 'grapheme' })) }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ accountId }) => accountId,
  }),
  words: fc.string({ unit: 'grapheme' }),
  pictures: fc.array(fc.record({ mediaId: fc.uuid(), sha256: digest, alt: fc.string() }), {
    minLength: 1,
    maxLength: 3,
  }),
  wantedAt: fc.option(fc.constantFrom('2026-11-20T15:30:00Z', '2026-11-21T08:00:00Z')),
});
const NONE = { signOff: '', disclaimer: '' };
const hash = (one: Going, endings = NONE) => outgoing(one, endings).hash;
const expectDifferent = (change: (one: Going) => Going) =>
  fc.assert(fc.property(going, (one) => hash(change(one)) !== hash(one)));
const expectSame = (change: (one: Going) => Going) =>
  fc.assert(fc.property(going, (one) => hash(change(one)) === hash(one)));

describe('another hash for', () => {
  test('another word on any account', () =>
    expectDifferent((one) => ({
      ...one,
      accounts: one.accounts.map((account, i) =>
        i === 0 ? { ...account, words: `${account.words ?? one.words}!` } : account,
      ),
    })));
  test('another description', () =>
    expectDifferent((one) => ({
      ...one,
      pictures: one.pictures.map((picture) => ({ ...picture, alt: `${picture.alt}!` })),
    })));
  test('another picture', () =>
    expectDifferent((one) => ({
      ...one,
      pictures: one.pictures.map((picture) => ({ ...picture, sha256: 'f'.repeat(63) + 'g' })),
    })));
  test('one picture more, or fewer', () => {
    expectDifferent((one) => ({ ...one, pictures: [...one.pictures, one.pictures[0]!] }));
    expectDifferent((one) => ({ ...one, pictures: one.pictures.slice(1) }));
  });
  test('pictures in another order', () => {
    const two = (one: Going, pictures: readonly ('a' | 'b')[]): Going => ({
      ...one,
      pictures: pictures.map((alt) => ({ mediaId: alt, sha256: alt, alt })),
    });
    fc.assert(fc.property(going, (one) => hash(two(one, ['a', 'b'])) !== hash(two(one, ['b', 'a']))));
  });
  test('one account more, or fewer', () => {
    expectDifferent((one) => ({ ...one, accounts: [...one.accounts, { accountId: 'another', words: null }] }));
    expectDifferent((one) => ({ ...one, accounts: one.accounts.slice(1) }));
  });
  test('another time, and “as soon as it is approved” is one', () =>
    expectDifferent((one) => ({ ...one, wantedAt: one.wantedAt === null ? '2026-11-20T15:30:00Z' : null })));
  test('another signature or disclaimer', () => {
    fc.assert(
      fc.property(going, (one) => hash(one, { signOff: 'Head of Year 4 at Millrace', disclaimer: '' }) !== hash(one)),
    );
    fc.assert(
      fc.property(going, (one) => hash(one, { signOff: '', disclaimer: 'My own words, at Millrace.' }) !== hash(one)),
    );
  });
});

describe('the same hash', () => {
  test('whatever order the accounts were chosen in', () =>
    expectSame((one) => ({ ...one, accounts: [...one.accounts].reverse() })));
  test('wherever the same bytes are kept', () =>
    expectSame((one) => ({ ...one, pictures: one.pictures.map((picture) => ({ ...picture, mediaId: 'elsewhere' })) })));
  test('for words said once or again for each account', () =>
    expectSame((one) => ({
      ...one,
      accounts: one.accounts.map(({ accountId, words }) => ({ accountId, words: words ?? one.words })),
    })));
  test('computed anew from what was kept', () =>
    fc.assert(
      fc.property(going, (one) => {
        const { payloads, hash: first } = outgoing(one, NONE);
        return hashOf(JSON.parse(JSON.stringify(payloads)) as typeof payloads, one.wantedAt) === first;
      }),
    ));
});

test('what a platform is handed is told apart by account, words, pictures and descriptions', () => {
  const payload = { accountId: 'a', words: 'w', pictures: [{ mediaId: 'm', sha256: 's', alt: 't' }] };
  const others = [
    { ...payload, accountId: 'b' },
    { ...payload, words: 'v' },
    { ...payload, pictures: [] },
    { ...payload, pictures: [{ ...payload.pictures[0]!, alt: 'u' }] },
    { ...payload, pictures: [{ ...payload.pictures[0]!, sha256: 'r' }] },
    { ...payload, pictures: [{ ...payload.pictures[0]!, mediaId: 'n' }] },
  ];
  expect(new Set([payload, ...others].map(payloadDigest)).size).toBe(others.length + 1);
});

describe('signature and disclaimer', () => {
  test('stand under the words', () => {
    expect(withEndings(' Hello. ', { signOff: 'Headteacher', disclaimer: 'My own words.' })).toBe(
      'Hello.\n\nHeadteacher\n\nMy own words.',
    );
  });
  test('are there although the words speak of the same', () => {
    const words = 'News from our Headteacher\nHeadteacher of the year!';
    expect(withEndings(words, { signOff: 'Headteacher', disclaimer: '' })).toBe(`${words}\n\nHeadteacher`);
  });
  test('stand alone under a picture without words', () => {
    expect(withEndings('', { signOff: 'Headteacher', disclaimer: '' })).toBe('Headteacher');
  });
  test('are not said twice', () => {
    expect(withEndings('Hello.\n\nHeadteacher', { signOff: 'Headteacher', disclaimer: '' })).toBe(
      'Hello.\n\nHeadteacher',
    );
  });
  test('once or twice, it comes to the same', () => {
    const endings = { signOff: 'Headteacher', disclaimer: 'My own words.' };
    fc.assert(
      fc.property(
        fc.string(),
        (words) => withEndings(withEndings(words, endings), endings) === withEndings(words, endings),
      ),
    );
  });
});
