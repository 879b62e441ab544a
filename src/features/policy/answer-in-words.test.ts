// Answers are said in words that a head teacher would use.
import { describe, expect, it } from 'vitest';
import { answerInWords, placeInWords } from './answer-in-words.ts';
import { settings } from './settings/index.ts';

describe('an answer in words', () => {
  it.each([
    [
      'a choice',
      settings.approval.secondReader,
      'off',
      'A post goes out on its author’s word unless a finding needs a named person.',
    ],
    [
      'yes',
      settings.account.riskAssessmentRequired,
      true,
      'An account needs a written risk assessment before it is used.',
    ],
    ['a number', settings.inbox.responseHours, 24, '24 hours.'],
    ['one of them', settings.monitor.interval, 1, '1 day.'],
    ['a number of nothing', settings.vault.minStrength, 3, '3.'],
    ['no number', settings.vault.rotationDays, null, 'Not fixed.'],
    ['a role', settings.approval.unsureGoesTo, 'business-manager', 'the business manager'],
    [
      'roles',
      settings.reputation.owner,
      ['business-manager', 'computing-lead'],
      'The business manager, the computing lead.',
    ],
    ['platforms', settings.channels.allowedPlatforms, ['facebook', 'x'], 'Facebook, X.'],
    [
      'sentences',
      settings.consent.scopes,
      ['photo', 'work'],
      'Agreement is needed for photographs. Agreement is needed for showing a pupil’s work.',
    ],
    ['nothing', settings.freeze.autoTriggers, [], 'None.'],
    ['kinds', settings.content.categories, [{ id: 'a', label: 'Article', fields: [] }], 'Article.'],
    [
      'a table',
      settings.incident.routeByPerson,
      { pupil: ['behaviour', 'anti-bullying'] },
      'Pupil: behaviour, anti bullying.',
    ],
  ] as const)('%s', (_, setting, value, words) => expect(answerInWords(setting, value)).toBe(words));

  it('says where another answer holds', () => {
    expect(placeInWords({ platform: 'linkedin', category: 'press-release' })).toBe(
      'LinkedIn, posts of the kind “press release”',
    );
  });
});
