// What keeps a draft from being sent besides its words: each thing asked for, by the policy that asks for it.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  loadModelPolicy,
  modelPolicyNames,
  policyInForce,
  settings,
  type ModelPolicyName,
} from '#features/policy/index.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import { contentSchema } from './content.ts';
import type { Draft } from './draft-facts.ts';
import type { Checked } from './evaluate.ts';
import { obstaclesTo } from './obstacles.ts';
import { outgoing } from './payload.ts';

const policies = new Map<ModelPolicyName, PolicyInForce>();
let pressByOffice: PolicyInForce;
beforeAll(async () => {
  const starter = await loadModelPolicy('starter');
  const lead = { is: 'business-manager', by: ['ST-85'] };
  pressByOffice = policyInForce({ ...starter, settings: { ...starter.settings, 'press.lead': lead } }, starter);
  for (const name of modelPolicyNames) policies.set(name, policyInForce(await loadModelPolicy(name), starter));
});

const account: Draft['accounts'][number] = {
  id: '00000000-0000-7000-8000-00000000000a', name: 'Board', nameInFull: 'Board', handle: '', address: '', closed: false, reach: 'public', connector: 'noticeboard',
  platformKey: 'noticeboard', platformName: 'School noticeboard', composerUrl: '', hosts: [], wordsLimit: null, refusedBy: () => null, countWords: (words) => words.length,
}; // prettier-ignore
type Given = { content?: object; accounts?: Draft['accounts']; pictures?: Draft['pictures']; wantedAt?: string | null };
const picture = (more: object = {}): Draft['pictures'][number] => ({
  mediaId: '00000000-0000-7000-8000-00000000000b', sha256: 'x', alt: 'A field', showsChildren: 'no', width: 1, height: 1, originalName: '', quarantined: false, ...more,
}); // prettier-ignore

function draftOf({ content = {}, accounts = [account], pictures = [], wantedAt = null }: Given): Draft {
  const given = contentSchema.parse({
    words: 'Hello.', category: 'announcement', accounts: accounts.map(({ id }) => ({ accountId: id })),
    pictures: pictures.map(({ mediaId, alt, showsChildren }) => ({ mediaId, alt, showsChildren })),
    ...content, statements: { searchable: true, schoolDevice: true, travels: 'x', ...(content as { statements?: object }).statements },
  }); // prettier-ignore
  return {
    content: given,
    wantedAt,
    accounts,
    pictures,
    authors: [],
    writer: '',
    signer: { id: '', name: '', jobTitle: '', signOff: '' },
    schoolName: 'Millrace',
    zone: 'Europe/London',
  };
}
const NOW = '2026-11-20T09:00:00Z';
const CLEAR: Checked = { outcome: 'clear', findings: [] };
function codes(
  given: Given = {},
  { model = 'starter' as ModelPolicyName, checked = CLEAR, policy = policies.get(model)! } = {},
): string[] {
  const draft = draftOf(given);
  const going = outgoing(
    {
      accounts: draft.content.accounts,
      words: draft.content.words,
      pictures: draft.pictures,
      wantedAt: draft.wantedAt,
    },
    { signOff: '', disclaimer: '' },
  );
  const found = obstaclesTo(draft, going, checked, policy, NOW);
  for (const one of found)
    expect(one).toMatchObject({
      message: expect.stringMatching(/\.$|\?$/) as unknown,
      remedy: expect.stringMatching(/\.$/) as unknown,
    });
  return found.map(({ code }) => code);
}
const withRule = (rule: string, severity: 'warn' | 'review' = 'warn'): Checked => ({
  outcome: severity,
  findings: [{ rule, severity, clauses: ['X-1'], excerpt: 'it' } as unknown as Checked['findings'][number]],
});

test('nothing stands in the way of a plain announcement', () => {
  expect(codes()).toEqual([]);
});

describe('the basics', () => {
  test.each([
    ['no words', { content: { words: '  ' } }, 'no-words'],
    ['no account', { accounts: [] }, 'no-account'],
    ['a closed account', { accounts: [{ ...account, closed: true }] }, 'account-closed'],
    ['too long for it', { accounts: [{ ...account, wordsLimit: 5 }] }, 'too-long'],
    ['a time that has passed', { wantedAt: NOW }, 'time-passed'],
  ] as const)('%s', (_what, given, code) => {
    expect(codes(given as Given)).toEqual([code]);
  });
  test('exactly at the limit is not too long, and a picture alone needs no words', () => {
    expect(codes({ accounts: [{ ...account, wordsLimit: 6 }] })).toEqual([]);
    expect(codes({ content: { words: '' }, pictures: [picture()] })).toEqual([]);
  });
});

describe('statements', () => {
  test('that anybody may find it: for accounts that anybody reads', () => {
    const unsaid = { content: { statements: { searchable: false } } };
    expect(codes(unsaid)).toEqual(['not-searchable-confirmed']);
    expect(codes({ ...unsaid, accounts: [{ ...account, reach: 'known-members' }] })).toEqual([]);
  });
  test('each is asked for where something calls for it, and is enough', () => {
    const asked = [
      ['personal-gain', 'personal-benefit', { noPersonalBenefit: true }],
      ['named-adult', 'no-basis', { basis: 'She agreed.' }],
      ['commitment', 'no-confirmer', { confirmedBy: 'The head' }],
    ] as const;
    for (const [rule, code, statements] of asked) {
      expect(codes({}, { checked: withRule(rule) })).toEqual([code]);
      expect(codes({ content: { statements } }, { checked: withRule(rule) })).toEqual([]);
    }
    expect(codes({ content: { statements: { important: true } } })).toEqual(['no-alternative']);
    expect(codes({ content: { statements: { important: true, alternative: 'A letter' } } })).toEqual([]);
  });
  test('how it might travel: for accounts that anybody reads, where the policy asks', () => {
    const content = { category: 'engagement', objective: 'News', statements: { travels: '' } };
    const model = { model: 'st-nicholas' as const };
    expect(codes({ content }, model)).toEqual(['no-travels']);
    expect(codes({ content: { ...content, statements: { travels: 'By anybody' } } }, model)).toEqual([]);
    expect(codes({ content, accounts: [{ ...account, reach: 'shared-interest' }] }, model)).toEqual([]);
  });
  test('two answers for words to pupils, where the policy has a clause on it', () => {
    const asked = { model: 'grappenhall-heys' as const };
    const content = { statements: { forPupils: true } };
    expect(codes({ content }, asked)).toEqual(['no-pupils-why', 'no-pupils-implies']);
    expect(codes({ content })).toEqual([]);
  });
  test('a press release in question, where the press lead may not clear it', () => {
    const content = { category: 'press-release', details: { contact: 'The office' } };
    const checked = withRule('derogatory', 'review');
    expect(codes({ content }, { checked })).toEqual([]);
    expect(codes({ content }, { checked, policy: pressByOffice })).toEqual(['press-in-question']);
  });
});

describe('pictures', () => {
  test.each([
    ['nobody has said', { showsChildren: 'not-said' }, 'picture-not-declared'],
    ['it shows children', { showsChildren: 'yes' }, 'needs-consent-records'],
    ['it is being held', { quarantined: true }, 'picture-held'],
  ] as const)('%s', (_what, more, code) => {
    for (const model of modelPolicyNames)
      expect(codes({ pictures: [picture(more)], content: { category: '', objective: 'x' } }, { model })).toContain(
        code,
      );
  });
  test('taken on the school’s own equipment, where the policy says so', () => {
    expect(codes({ pictures: [picture()], content: { statements: { schoolDevice: false } } })).toEqual([
      'not-school-device',
    ]);
  });
});

test('an emergency is plain words with a reason', () => {
  const urgent = { emergency: true, emergencyReason: 'Snow.' };
  expect(codes({ content: urgent })).toEqual([]);
  expect(codes({ content: { ...urgent, emergencyReason: '' } })).toEqual(['no-emergency-reason']);
  expect(codes({ content: urgent, pictures: [picture()] })).toEqual(['emergency-pictures']);
  expect(codes({ content: urgent }, { checked: withRule('pupil-identifiable') })).toEqual(['emergency-pupils']);
});

test('each kind of each policy asks for its own fields and no others', () => {
  const filled = {
    eventDate: '2026-12-01',
    closingDate: '2026-12-01',
    achievement: 'x',
    link: 'https://x.example',
    contact: 'x',
  };
  for (const model of modelPolicyNames) {
    const kinds = policies.get(model)!.ruling(settings.content.categories).value;
    for (const kind of kinds) {
      const content = { category: kind.id, objective: 'x' };
      expect(codes({ content }, { model })).toEqual(kind.fields.map((field) => `no-${field}`));
      expect(codes({ content: { ...content, details: filled } }, { model })).toEqual([]);
    }
  }
});

test('a platform that the policy has closed since', () => {
  const refusedBy = () => ({ message: 'The policy does not allow X.', remedy: 'Use Facebook.', clauses: ['SN-107'] });
  expect(codes({ accounts: [{ ...account, refusedBy }] })).toContain('platform-not-allowed');
});
