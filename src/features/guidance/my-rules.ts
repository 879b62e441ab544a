// My rules: educational, personal and recreational use, from the active settings, for the kind of person who reads them. Pure.
import { TYPE_LABELS } from '#features/people/index.ts';
import { answerInWords, capital, settings, type Setting } from '#features/policy/index.ts';
import type { PolicyInForce } from '#kernel/policy.ts';

export type Binding = 'staff' | 'supply' | 'governor' | 'contractor' | 'volunteer' | 'carer' | 'pupil';

/** Of several that somebody is, the one to whom most is said. */
const KINDS: readonly Binding[] = ['staff', 'supply', 'governor', 'contractor', 'volunteer', 'carer', 'pupil'];
export const kindOf = (roles: ReadonlySet<string>): Binding | null => KINDS.find((kind) => roles.has(kind)) ?? null;
export const kindInWords = (kind: Binding): string => TYPE_LABELS[kind].toLowerCase();

export interface Rule {
  readonly settingId: string;
  readonly question: string;
  readonly answer: string;
  readonly clauses: readonly string[];
  readonly byDefault: boolean;
}

export interface RuleSection {
  readonly id: 'educational' | 'personal' | 'recreational';
  readonly title: string;
  /** Business and private use are two things: what one does for the school, and what one does as oneself. */
  readonly part: 'school' | 'private';
  readonly lead: string;
  readonly rules: readonly Rule[];
}

type Line = (policy: PolicyInForce, kind: Binding) => Rule | null;

const EMPLOYED: readonly Binding[] = ['staff', 'supply'];
const WORKING: readonly Binding[] = ['staff', 'supply', 'governor', 'contractor', 'volunteer'];

const line =
  <T>(setting: Setting<T>, kinds: readonly Binding[] = WORKING): Line =>
  (policy, kind) => {
    if (!kinds.includes(kind)) return null;
    const { value, clauses, source } = policy.ruling(setting);
    const asked = setting as Setting<unknown>;
    return {
      settingId: setting.id,
      question: setting.question,
      answer: capital(answerInWords(asked, value)),
      clauses,
      byDefault: source === 'default',
    };
  };

const { account, approval, checks, consent, media, inbox, press, contact, personalUse, post, scope, workUse } =
  settings;

const EVERYBODY = KINDS;

const EDUCATIONAL: readonly Line[] = [
  line(account.approver),
  line(account.authoriser),
  line(approval.secondReader),
  line(approval.unsureGoesTo),
  line(checks.pupilNames, EVERYBODY),
  line(consent.mode, EVERYBODY),
  line(media.schoolDeviceOnly),
  line(post.signOff),
  line(inbox.directMessages, EVERYBODY),
  line(press.lead),
];

const PERSONAL: readonly Line[] = [
  line(scope.rules, EVERYBODY),
  line(contact.formerPupils),
  line(contact.families),
  line(contact.parents),
  line(contact.declareOnEntry),
  line(contact['notify.childInitiated'], EVERYBODY),
  line(contact.ownPhoneExceptions),
  line(personalUse.nameEmployer),
  line(personalUse.discussSchool),
  line(settings.parents.eventPhotoRule, ['carer', 'pupil']),
];

const RECREATIONAL: readonly Line[] = [
  line(settings.definitions.platformTypes, EVERYBODY),
  line(personalUse.atWork),
  line(personalUse.onSchoolDevices),
  line(workUse.excessive, EMPLOYED),
  line(workUse.monitoringNotice),
  line(settings.pupils.minAgeRule, ['carer', 'pupil']),
];

export function rulesFor(policy: PolicyInForce, kind: Binding): RuleSection[] {
  const rules = (lines: readonly Line[]) => lines.flatMap((one) => one(policy, kind) ?? []);
  return [
    {
      id: 'educational',
      title: 'Educational use',
      part: 'school',
      lead: 'What you do for the school, on its accounts and with its pupils.',
      rules: rules(EDUCATIONAL),
    },
    {
      id: 'personal',
      title: 'Personal use',
      part: 'private',
      lead: 'Your own accounts, and whom you meet there.',
      rules: rules(PERSONAL),
    },
    {
      id: 'recreational',
      title: 'Recreational use',
      part: 'private',
      lead: 'Social media for its own sake: when, where and on what.',
      rules: rules(RECREATIONAL),
    },
  ];
}
