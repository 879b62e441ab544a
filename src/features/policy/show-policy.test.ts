// A policy shown as text: clauses with what Gatepost does, settings with who says so, and "not yet" where it is not yet.
import { beforeAll, describe, expect, it } from 'vitest';
import { builtControls } from './every-control.fixture.ts';
import { loadModelPolicy } from './model-policies.ts';
import { plannedControls } from './planned-controls.ts';
import { policyAsText, showPolicy, type ShownPolicy } from './show-policy.ts';

describe('showing a policy', () => {
  let shown: ShownPolicy;
  beforeAll(async () => {
    const [tpat, starter] = await Promise.all([loadModelPolicy('tpat'), loadModelPolicy('starter')]);
    shown = showPolicy(tpat, starter, { built: builtControls, planned: plannedControls });
  });

  it('says for every clause what is done about it', () => {
    expect(shown.clauses).toHaveLength(76);
    expect(shown.clauses.filter((clause) => clause.does.length === 0)).toEqual([]);
  });
  it('says which answers are Gatepost’s own', () => {
    const reader = shown.settings.find((setting) => setting.id === 'approval.secondReader');
    expect(reader).toMatchObject({
      source: 'default',
      answer: 'No post goes out before a second person has read and approved it.',
    });
    expect(policyAsText(shown)).toContain('Gatepost’s default, not in this policy');
  });
  it('says honestly what is not there yet', () => {
    const text = policyAsText(shown);
    expect(text).toContain('→ Not yet: ');
    expect(text).toContain('[TP-30]');
    expect(text).not.toContain('undefined');
    expect(text).not.toContain('[object');
  });
});
