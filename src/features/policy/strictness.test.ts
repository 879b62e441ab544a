// The order of strictness has to behave like an order, or a trust's lock could be walked around.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeastAsStrict, isStricter } from './strictness.ts';
import { settings } from './settings/index.ts';
import type { Setting } from './setting.ts';

const ranked = settings.approval.secondReader;
const answersOf: readonly [Setting<unknown>, fc.Arbitrary<unknown>][] = [
  [ranked, fc.constantFrom('off', 'advised', 'required')],
  [settings.vault.minStrength, fc.option(fc.integer({ min: 0, max: 4 }))],
  [settings.vault.rotationDays, fc.option(fc.integer({ min: 1, max: 730 }))],
  [settings.account.riskAssessmentRequired, fc.boolean()],
  [settings.inbox.ackCounts, fc.boolean()],
  [settings.consent.scopes, fc.subarray(['photo', 'video', 'work', 'name', 'mention'])],
  [settings.channels.allowedPlatforms, fc.oneof(fc.constant('any'), fc.subarray(['facebook', 'x', 'blog']))],
  [settings.press.lead, fc.constantFrom('headteacher', 'slt')],
];

describe.each(answersOf.map(([setting, answers]) => ({ id: setting.id, order: setting.order, setting, answers })))(
  '$id ($order)',
  ({ setting, answers }) => {
    it('holds of every answer and itself', () => {
      fc.assert(fc.property(answers, (a) => atLeastAsStrict(setting, a, a) && !isStricter(setting, a, a)));
    });
    it('carries over: a ≥ b and b ≥ c give a ≥ c', () => {
      fc.assert(
        fc.property(answers, answers, answers, (a, b, c) => {
          fc.pre(atLeastAsStrict(setting, a, b) && atLeastAsStrict(setting, b, c));
          return atLeastAsStrict(setting, a, c);
        }),
        { maxSkipsPerRun: 1000 },
      );
    });
    it('is never stricter both ways', () => {
      fc.assert(fc.property(answers, answers, (a, b) => !(isStricter(setting, a, b) && isStricter(setting, b, a))));
    });
  },
);

describe('strictness', () => {
  it('ranks a second reader: off, advised, required', () => {
    expect(isStricter(ranked, 'required', 'advised')).toBe(true);
    expect(isStricter(ranked, 'off', 'advised')).toBe(false);
  });
  it('takes "not fixed" as the loosest, whichever way a number runs', () => {
    expect(isStricter(settings.vault.rotationDays, 730, null)).toBe(true);
    expect(isStricter(settings.vault.minStrength, 0, null)).toBe(true);
  });
  it('takes fewer days as stricter for a deadline and more strength as stricter for a password', () => {
    expect(isStricter(settings.vault.rotationDays, 30, 90)).toBe(true);
    expect(isStricter(settings.vault.minStrength, 4, 3)).toBe(true);
  });
  it('takes any list of platforms as stricter than "any", and fewer kinds of post as stricter', () => {
    expect(isStricter(settings.channels.allowedPlatforms, ['x'], 'any')).toBe(true);
    const [first] = settings.content.categories.default;
    expect(isStricter(settings.content.categories, [first!], settings.content.categories.default)).toBe(true);
  });
  it('leaves two lists that each hold something else incomparable', () => {
    expect(atLeastAsStrict(settings.consent.scopes, ['photo'], ['work'])).toBe(false);
    expect(atLeastAsStrict(settings.consent.scopes, ['work'], ['photo'])).toBe(false);
  });
  it('lets nothing but the same answer pass where nothing is stricter', () => {
    expect(atLeastAsStrict(settings.press.lead, 'slt', 'headteacher')).toBe(false);
  });
});
