// The six policies that come with Gatepost: whole, consistent, and saying what their schools' policies say.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from './document.ts';
import { problemLine } from './document-problem.ts';
import { builtControls, everyControlId } from './every-control.fixture.ts';
import {
  loadModelPolicy,
  modelPolicyFile,
  modelPolicyNames,
  parsedModelPolicy,
  type ModelPolicyName,
} from './model-policies.ts';
import { readDocument } from './read-document.ts';
import { allSettings } from './settings/index.ts';
import { fixedByNobody } from './settings/matters.fixture.ts';
import { same } from './strictness.ts';

const read = (name: ModelPolicyName): PolicyDocument => {
  const file = modelPolicyFile(name);
  const result = readDocument(readFileSync(file, 'utf8'), file, everyControlId);
  if (!result.ok) throw new Error(result.problems.map(problemLine).join('\n'));
  return result.document;
};
const documents = new Map(modelPolicyNames.map((name) => [name, read(name)]));
const policy = (name: ModelPolicyName): PolicyDocument => documents.get(name) ?? read(name);
const numbered = (prefix: string, count: number) =>
  [...Array(count).keys()].map((index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);

describe('the model policies', () => {
  it.each([
    ['grappenhall-heys', 'GH', 98],
    ['st-nicholas', 'SN', 172],
    ['st-josephs', 'SJ', 109],
    ['tpat', 'TP', 76],
    ['the-grange', 'GR', 63],
  ] as const)('%s holds every clause of its policy once, in order', (name, prefix, count) => {
    expect(policy(name).id).toBe(name);
    expect(policy(name).clauses.map((clause) => clause.id)).toEqual(numbered(prefix, count));
  });

  it('between them rest on every control that is built, save those for whoever runs Gatepost itself', () => {
    const used = new Set([...documents.values()].flatMap((one) => one.clauses.flatMap((clause) => clause['rests-on'])));
    const idle = builtControls.map(({ id }) => id).filter((id) => !used.has(id));
    expect(idle.filter((id) => !/^(mail|operation)\./.test(id))).toEqual([]);
  });

  it('lie ready parsed as the YAML says', async () => {
    for (const name of modelPolicyNames) {
      const ready = readFileSync(modelPolicyFile(name).replace(`${name}.yaml`, `parsed/${name}.json`), 'utf8');
      expect(JSON.parse(ready).source, `Run "npm run generate": policies/parsed/${name}.json is behind`).toBe(
        createHash('sha256')
          .update(readFileSync(modelPolicyFile(name)))
          .digest('hex'),
      );
      expect(await parsedModelPolicy(name, everyControlId)).toBe(ready);
      expect(await loadModelPolicy(name)).toEqual(policy(name));
    }
  });
});

describe('the starter', () => {
  it('answers every question with Gatepost’s default and a clause of its own', () => {
    const { settings } = policy('starter');
    const different = allSettings.filter((setting) => !same(settings[setting.id]?.is, setting.default));
    expect(different.map((setting) => setting.id)).toEqual([]);
  });
  it('gives a default, as a stated choice, for what none of the five fixes', () => {
    const { settings, choices = [] } = policy('starter');
    for (const id of fixedByNobody) {
      const by = settings[id]?.by ?? [];
      expect(
        choices.some((choice) => choice.clauses.some((clause) => by.includes(clause))),
        id,
      ).toBe(true);
    }
  });
});

describe('the five say what their policies say', () => {
  it.each([
    ['grappenhall-heys', 'account.approver', 'slt', ['GH-36']],
    ['st-nicholas', 'account.approver', 'headteacher', ['SN-109', 'SN-110']],
    ['st-josephs', 'account.approver', 'slt', ['SJ-26', 'SJ-44']],
    ['tpat', 'account.approver', 'headteacher', ['TP-48']],
    ['tpat', 'account.authoriser', 'headteacher', ['TP-46']],
    ['st-nicholas', 'channels.allowedPlatforms', ['facebook', 'x'], ['SN-107']],
    ['st-nicholas', 'approval.secondReader', 'advised', ['SN-116']],
    ['tpat', 'approval.unsureGoesTo', 'headteacher', ['TP-27', 'TP-28', 'TP-29']],
    ['the-grange', 'approval.unsureGoesTo', 'business-manager', ['GR-62']],
    ['tpat', 'freeze.releaser', 'headteacher', ['TP-37']],
    ['tpat', 'checks.pupilNames', 'first-name-only', ['TP-30', 'TP-59']],
    ['tpat', 'checks.commitments', 'confirmer', ['TP-34']],
    ['st-nicholas', 'checks.commitments', 'authorised', ['SN-130']],
    ['tpat', 'checks.namedPeople', 'approval', ['TP-58']],
    ['tpat', 'media.schoolDeviceOnly', 'enforce', ['TP-44', 'TP-60']],
    ['st-josephs', 'inbox.responseHours', 24, ['SJ-49']],
    ['st-josephs', 'inbox.ackCounts', true, ['SJ-51']],
    ['grappenhall-heys', 'personalUse.atWork', 'reasonable', ['GH-63']],
    ['st-nicholas', 'personalUse.atWork', 'breaks', ['SN-46']],
    ['tpat', 'personalUse.atWork', 'forbidden', ['TP-61']],
    ['st-nicholas', 'personalUse.nameEmployer', 'discouraged', ['SN-70', 'SN-83']],
    ['the-grange', 'contact.notify.adultInitiated', ['headteacher'], ['GR-41']],
    ['tpat', 'contact.notify.childInitiated', ['parent'], ['TP-39']],
    ['st-nicholas', 'parentPost.actor', 'governing-body', ['SN-159']],
    ['the-grange', 'reputation.mode', 'required', ['GR-02', 'GR-07']],
    ['st-josephs', 'adoption.signatures', ['headteacher', 'governor'], ['SJ-108', 'SJ-109']],
  ] as const)('%s: %s', (name, setting, is, by) => {
    expect(policy(name).settings[setting]).toEqual({ is, by });
  });

  it.each([
    ['grappenhall-heys', ['approval.secondReader', 'checks.pupilNames', 'checks.altText', 'inbox.responseHours']],
    ['tpat', ['approval.secondReader', 'vault.rotationDays', 'account.registrationDomains', 'reputation.mode']],
    ['the-grange', ['approval.secondReader', 'account.approver', 'contact.formerPupils', 'review.months']],
  ] as const)('%s is silent where it is silent', (name, ids) => {
    for (const id of ids) expect(policy(name).settings[id]).toBeUndefined();
  });

  it('allows six kinds of post, and no other, under tpat', () => {
    const kinds = policy('tpat').settings['content.categories']?.is as { id: string; fields: string[] }[];
    expect(kinds.map(({ id, fields }) => [id, ...fields])).toEqual([
      ['event', 'event-date'],
      ['celebration', 'achievement'],
      ['article', 'link'],
      ['press-release'],
      ['photo-video'],
      ['vacancy', 'closing-date', 'contact'],
    ]);
  });

  it('records how each contradiction was settled', () => {
    const settled = (name: ModelPolicyName) => (policy(name).choices ?? []).map((choice) => choice.tension);
    expect(settled('tpat')).toEqual(expect.arrayContaining(['personal-use-at-work', 'password-spreadsheet']));
    expect(settled('st-nicholas')).toEqual([
      'shared-log-ins',
      'naming-the-school',
      'contact-details-for-pupils',
      'whom-to-tell-of-contact',
      'evidence-before-deletion',
      'first-review',
      'police-and-the-bullied-adult',
    ]);
    for (const name of ['grappenhall-heys', 'st-josephs'] as const) {
      expect(settled(name)).toEqual(
        expect.arrayContaining([
          'image-consent',
          'compromising-picture',
          'evidence-before-deletion',
          'linked-policies-missing',
        ]),
      );
    }
    expect(settled('st-josephs')).toContain('two-sets-of-dates');
  });
});
