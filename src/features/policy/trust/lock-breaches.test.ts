// Looser than a lock, wherever an answer holds: held against what reading the setting there would really give.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { heldAt, type Elsewhere } from '../answer.ts';
import type { Place, PolicyDocument } from '../document.ts';
import { loadModelPolicy } from '../model-policies.ts';
import { settings } from '../settings/index.ts';
import { atLeastAsStrict } from '../strictness.ts';
import { lockBreaches, type Lock } from './lock-breaches.ts';

const setting = settings.approval.secondReader;
let starter: PolicyDocument;
beforeAll(async () => void (starter = await loadModelPolicy('starter')));

const ON_FACEBOOK = '0199f0c0-0000-7000-8000-000000000001';
const platformOf = new Map([[ON_FACEBOOK, 'facebook']]);
const lockOf = (is: unknown, overrides: readonly Elsewhere[] = []): Lock => ({
  id: 'invented',
  settingId: setting.id,
  answer: { is, overrides },
  clauses: ['trust:LOCK-01'],
  effectiveOn: '2026-11-20',
  countsFrom: '2026-11-20',
  days: 30,
  reason: '',
});
const answering = (is: unknown, overrides: readonly Elsewhere[] = []): PolicyDocument => ({
  ...starter,
  settings: {
    ...starter.settings,
    [setting.id]: { is, by: ['ST-69'], overrides: overrides.map((one) => ({ ...one, by: ['ST-69'] })) },
  },
});
const breaches = (document: PolicyDocument, lock: Lock) =>
  lockBreaches(document, [lock], { behind: starter, platformOf }).flatMap(({ places }) =>
    places.map(({ place }) => place),
  );

it('names the place where it would be looser, and everywhere only once', () => {
  expect(breaches(answering('off'), lockOf('required'))).toEqual([null]);
  expect(breaches(answering('required', [{ category: 'event', is: 'off' }]), lockOf('required'))).toEqual([
    { category: 'event' },
  ]);
  expect(breaches(answering('required'), lockOf('advised', [{ platform: 'x', is: 'required' }]))).toEqual([]);
  expect(breaches(answering('advised'), lockOf('advised', [{ platform: 'x', is: 'required' }]))).toEqual([
    { platform: 'x' },
  ]);
});

it('knows on which platform an account is', () => {
  const lock = lockOf('off', [{ platform: 'facebook', is: 'required' }]);
  const looser = [
    { platform: 'facebook', is: 'required' },
    { account: ON_FACEBOOK, is: 'off' },
  ];
  expect(breaches(answering('off', looser), lock)).toEqual([{ account: ON_FACEBOOK, platform: 'facebook' }]);
});

it('passes over a kind of post that the school does not have', () => {
  const lock = lockOf('off', [{ category: 'invented-kind', is: 'required' }]);
  expect(breaches(answering('off'), lock)).toEqual([]);
});

it('lets a silent school follow what answers in its place', () => {
  const { [setting.id]: _own, ...others } = starter.settings;
  expect(breaches({ ...starter, settings: others }, lockOf('required'))).toEqual([]);
});

it('finds a breach exactly where some post would be read more loosely than the lock allows', () => {
  const values = fc.constantFrom('off', 'advised', 'required');
  const places = fc.constantFrom<Place>(
    { category: 'event' },
    { category: 'vacancy' },
    { platform: 'facebook' },
    { platform: 'x' },
    { platform: 'x', category: 'event' },
  );
  const own = fc.oneof(places, fc.constant<Place>({ account: ON_FACEBOOK }));
  const overrides = (where: fc.Arbitrary<Place>) =>
    fc.uniqueArray(
      fc.record({ where, is: values }).map((one): Elsewhere => ({ ...one.where, is: one.is })),
      { maxLength: 3, selector: ({ account, platform, category }) => `${account} ${platform} ${category}` },
    );
  const posts: Place[] = [undefined, 'event', 'vacancy', 'learning'].flatMap((category) =>
    [
      {},
      { platform: 'facebook' },
      { platform: 'x' },
      { platform: 'youtube' },
      { platform: 'facebook', account: ON_FACEBOOK },
    ].map((where) => ({ ...where, category })),
  );
  fc.assert(
    fc.property(values, overrides(own), values, overrides(places), (is, school, atLeast, locked) => {
      const lock = lockOf(atLeast, locked);
      const answer = { is, overrides: school };
      const looser = posts.some(
        (post) => !atLeastAsStrict<unknown>(setting, heldAt(answer, post), heldAt(lock.answer, post)),
      );
      expect(breaches(answering(is, school), lock).length > 0).toBe(looser);
    }),
  );
});
