// The policy in force: the most specific answer wins, silence is the starter's, and a clause is always named.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PolicyInForce } from '#kernel/policy.ts';
import { policyInForce } from './in-force.ts';
import { loadModelPolicy, modelPolicyFile, modelPolicyNames, type ModelPolicyName } from './model-policies.ts';
import { allSettings, settings } from './settings/index.ts';
import type { PolicyDocument } from './document.ts';

const inForce = async (name: ModelPolicyName): Promise<PolicyInForce> =>
  policyInForce(await loadModelPolicy(name), await loadModelPolicy('starter'));

describe('the policy in force', () => {
  let tpat: PolicyInForce;
  beforeAll(async () => {
    tpat = await inForce('tpat');
  });

  it('answers from its own clauses', () => {
    expect(tpat.ruling(settings.checks.pupilNames)).toEqual({
      value: 'first-name-only',
      clauses: ['TP-30', 'TP-59'],
      source: 'policy',
    });
  });
  it('takes the starter’s answer and clause where the policy is silent', async () => {
    const silent = tpat.ruling(settings.approval.secondReader);
    expect(silent).toMatchObject({ value: 'required', source: 'default' });
    expect(silent.clauses.every((clause) => clause.startsWith('ST-'))).toBe(true);
    const names = (await inForce('grappenhall-heys')).ruling(settings.checks.pupilNames);
    expect(names).toMatchObject({ value: 'first-name-only', source: 'default' });
  });
  it('gives one platform or one kind of post its own answer', async () => {
    const heys = await inForce('grappenhall-heys');
    expect(heys.ruling(settings.content.toneWords, { platform: 'facebook' }).value).toContain('friendly');
    expect(heys.ruling(settings.content.toneWords, { platform: 'linkedin' }).value).not.toContain('friendly');
    expect(tpat.ruling(settings.content.toneWords, { category: 'vacancy', platform: 'x' }).value).toEqual([
      'professional',
    ]);
  });
  it('prefers the account to the platform and the platform to the kind', () => {
    const by = ['OS-01'];
    const document: PolicyDocument = {
      id: 'ours',
      title: 'Ours',
      school: 'Ours',
      clauses: [],
      settings: {
        'approval.secondReader': {
          is: 'required',
          by,
          overrides: [
            { category: 'event', is: 'advised', by },
            { platform: 'x', is: 'off', by },
            { account: 'a1', is: 'required', by },
            { platform: 'x', category: 'vacancy', is: 'required', by },
          ],
        },
      },
    };
    const ours = policyInForce(document, document);
    const at = (where: { account?: string; platform?: string; category?: string }) =>
      ours.ruling(settings.approval.secondReader, where).value;
    expect(at({})).toBe('required');
    expect(at({ category: 'event' })).toBe('advised');
    expect(at({ category: 'event', platform: 'x' })).toBe('off');
    expect(at({ category: 'vacancy', platform: 'x' })).toBe('required');
    expect(at({ category: 'event', platform: 'x', account: 'a1' })).toBe('required');
  });
  it('names the clauses that rest on a control, its own first and else the starter’s', () => {
    expect(tpat.clausesOf('posts.unsure')).toContain('TP-27');
    expect(tpat.clausesOf('posts.expiry').every((clause) => clause.startsWith('ST-'))).toBe(true);
    expect(tpat.clausesOf('no.such-control')).toEqual([]);
  });
  it('answers every question with a clause under each of the six', async () => {
    for (const name of modelPolicyNames) {
      expect(readFileSync(modelPolicyFile(name), 'utf8')).toContain(`id: ${name}`);
      const one = await inForce(name);
      for (const setting of allSettings)
        expect(one.ruling(setting).clauses.length, `${name} ${setting.id}`).toBeGreaterThan(0);
    }
  });
});
