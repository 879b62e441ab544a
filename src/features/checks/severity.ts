// How much each rule matters under the policy in force, and by which clauses: from setting to severity, in one table.
import type { PolicyInForce, Ruling, SettingOf, Where } from '#kernel/policy.ts';
import { settings } from '#features/policy/settings/index.ts';
import type { RuleName, Severity } from './finding.ts';

export interface Weighed {
  readonly answer: unknown;
  readonly severity: Severity;
  readonly clauses: readonly string[];
  readonly byDefault: boolean;
}

const { checks, consent, content, post } = settings;

interface Row {
  readonly control: string;
  readonly weigh: (policy: PolicyInForce, where: Where) => { ruling: Ruling<unknown>; severity: Severity | null };
}

/** The severity of each answer to one setting; an answer left out means that the rule is not looked for. */
const by = <T>(control: string, setting: SettingOf<T>, severityOf: (answer: T) => Severity | null): Row => ({
  control,
  weigh: (policy, where) => {
    const ruling = policy.ruling(setting, where);
    return { ruling, severity: severityOf(ruling.value) };
  },
});

const asItSays = (answer: 'off' | Severity): Severity | null => (answer === 'off' ? null : answer);

const rows: Readonly<Record<RuleName, Row>> = {
  'pupil-full-name': by('checks.pupil-names', checks.pupilNames, (may) => (may === 'allow' ? null : 'block')),
  'pupil-identifiable': by('checks.pupil-names', checks.pupilNames, (may) =>
    may === 'allow' ? null : may === 'none' ? 'block' : 'review',
  ),
  'personal-email': by('checks.contact-details', checks.contactDetails, asItSays),
  'personal-phone': by('checks.contact-details', checks.contactDetails, asItSays),
  'postal-address': by('checks.contact-details', checks.contactDetails, asItSays),
  'personal-identifier': by('checks.contact-details', checks.contactDetails, asItSays),
  'named-adult': by('checks.named-adults', checks.namedPeople, (may) =>
    may === 'off' ? null : may === 'approval' ? 'review' : may,
  ),
  derogatory: by('checks.derogatory', checks.derogatory, asItSays),
  offensive: by('checks.offensive', checks.offensive, asItSays),
  discriminatory: by('checks.discriminatory', checks.discriminatory, asItSays),
  opinion: by('checks.opinions', checks.opinions, asItSays),
  commitment: by('checks.commitments', checks.commitments, (may) => (may === 'off' ? null : 'block')),
  extremism: by('checks.extremism', checks.extremism, asItSays),
  confidential: by('checks.confidential', checks.confidential, asItSays),
  'live-location': by('checks.live-location', checks.liveLocation, asItSays),
  'private-contact': by('checks.private-contact', checks.privateContact, asItSays),
  'personal-gain': by('checks.personal-gain', checks.personalGain, asItSays),
  copyright: by('checks.copyright', checks.rightsStatusRequired, asItSays),
  'suspicious-link': by('checks.links', checks.suspiciousLinks, asItSays),
  'child-media': by('checks.child-media', consent.mode, (mode) =>
    mode === 'opt-out' ? 'warn' : mode === 'image-policy' ? 'review' : 'block',
  ),
  'missing-alt': by('checks.alt-text', checks.altText, asItSays),
  unsigned: by('checks.signed', post.signOff, (how) => (how === 'none' ? null : 'warn')),
  'no-category': by('checks.category', content.categoryRequired, (required) => (required ? 'block' : null)),
  'incident-in-progress': by('checks.incident', checks.incident, asItSays),
};

/** What the policy says of a rule for this draft; null where it is not to be looked for. */
export const weighRule = (rule: RuleName, policy: PolicyInForce, where: Where): Weighed | null => {
  const row = rows[rule];
  const { ruling, severity } = row.weigh(policy, where);
  if (severity === null) return null;
  const clauses = ruling.clauses.length > 0 ? ruling.clauses : policy.clausesOf(row.control);
  return { answer: ruling.value, severity, clauses, byDefault: ruling.source === 'default' };
};
