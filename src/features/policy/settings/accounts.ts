// What a policy settles about official accounts: who decides, who runs them, how they are kept safe.
import { z } from 'zod';
import { amount, choice, defineSetting, eachOnce, role, roles, several, yesNo } from '../setting.ts';
import { platformLabels, platformNames } from './platform-names.ts';

export const account = {
  approver: choice({
    id: 'account.approver',
    question: 'Who decides whether a new official account may be opened?',
    answers: {
      slt: 'The senior leadership team decides on a new account.',
      headteacher: 'The headteacher decides on a new account.',
      both: 'The senior leadership team and the headteacher both have to agree to a new account.',
    },
    default: 'headteacher',
    order: 'ranked',
  }),
  authoriser: role({
    id: 'account.authoriser',
    question: 'Who gives people the authority to draft and publish for an account?',
    default: 'headteacher',
  }),
  applicationFields: several({
    id: 'account.applicationFields',
    question: 'What must an application for a new account say?',
    answers: {
      aim: 'It says what the account is for.',
      audience: 'It says whom the account is meant to reach.',
      promotion: 'It says how people will hear of the account.',
      runners: 'It says who will run the account.',
      openness: 'It says whether the account is open or closed.',
      outcomes: 'It says which outcomes the account should bring.',
      need: 'It makes the case for needing the account.',
    },
    default: ['aim', 'audience', 'promotion', 'runners', 'openness', 'outcomes'],
    order: 'superset',
  }),
  riskAssessmentRequired: yesNo({
    id: 'account.riskAssessmentRequired',
    question: 'Does an account need a written risk assessment first?',
    yes: 'An account needs a written risk assessment before it is used.',
    no: 'An account can be used without a written risk assessment.',
    default: true,
    stricter: 'yes',
  }),
  runnerRoles: roles({
    id: 'account.runnerRoles',
    question: 'Which roles must be among the people who run an account?',
    default: ['administrator'],
    order: 'superset',
  }),
  externalRunnersAllowed: yesNo({
    id: 'account.externalRunnersAllowed',
    question: 'May somebody from outside the staff, such as a volunteer or parent, run an account?',
    yes: 'People from outside the staff may run an account on the same conditions.',
    no: 'Only staff may run an account.',
    default: false,
    stricter: 'no',
  }),
  registrationDomains: choice({
    id: 'account.registrationDomains',
    question: 'Which e-mail addresses may an account be registered with?',
    answers: {
      any: 'An account may be registered with any e-mail address.',
      'school-domains': 'An account is registered only with an address of the school’s own domains.',
    },
    default: 'school-domains',
    order: 'ranked',
  }),
  activationChecks: several({
    id: 'account.activationChecks',
    question: 'What must be in order before an account becomes active?',
    answers: {
      dedicated: 'The account is a separate one and nobody’s personal profile.',
      'linked-from-website': 'The school’s website links to the account.',
      protected: 'The account’s second factor, recovery address and filters are set.',
      'openness-recorded': 'It is recorded whether the account is open or closed.',
    },
    default: ['dedicated', 'linked-from-website', 'protected', 'openness-recorded'],
    order: 'superset',
  }),
};

export const runner = {
  gate: several({
    id: 'runner.gate',
    question: 'What must somebody have done before running an account?',
    answers: {
      acknowledgement: 'They have read the policy and confirmed it.',
      signature: 'They have signed the acceptable use policy.',
      training: 'They have had the training.',
      'headteacher-grant': 'The headteacher has authorised them.',
    },
    default: ['acknowledgement', 'training', 'headteacher-grant'],
    order: 'superset',
  }),
};

export const channels = {
  allowedPlatforms: defineSetting<'any' | readonly string[]>({
    id: 'channels.allowedPlatforms',
    question: 'On which platforms may the school have official accounts?',
    schema: z.union([z.literal('any'), eachOnce(z.enum(platformNames))]),
    default: 'any',
    order: 'subset',
    answers: { ...platformLabels, any: 'The school may have an account on any platform that is approved.' },
  }),
};

export const vault = {
  visibility: choice({
    id: 'vault.visibility',
    question: 'Who can open the password of an account?',
    answers: {
      'authorised-users': 'Everybody authorised for the account can open its password.',
      'leaders-break-glass': 'The account’s runners can open its password, and leaders in an emergency with a reason.',
      administrator: 'Only the account administrator can open an account’s password.',
    },
    default: 'leaders-break-glass',
    order: 'none',
  }),
  minStrength: amount({
    id: 'vault.minStrength',
    question: 'How strong must an account’s password be, from 0 (weak) to 4 (very strong)?',
    from: 0,
    to: 4,
    default: 3,
    order: 'up',
  }),
  rotationDays: amount({
    id: 'vault.rotationDays',
    question: 'After how many days is an account’s password changed?',
    from: 1,
    to: 730,
    default: 180,
    order: 'down',
  }),
};

export const apps = {
  approver: role({
    id: 'apps.approver',
    question: 'Who decides whether an app or service may be connected to an account?',
    default: 'headteacher',
  }),
};

export const leaver = {
  mode: choice({
    id: 'leaver.mode',
    question: 'What happens to an account when the person who leads it leaves?',
    answers: {
      'end-access': 'Their access ends.',
      'transfer-or-close': 'Their access ends, and the account is handed to somebody else or closed.',
    },
    default: 'transfer-or-close',
    order: 'ranked',
  }),
  continuingDutyNotice: yesNo({
    id: 'leaver.continuingDutyNotice',
    question: 'Does a leaver confirm that the duty of confidentiality goes on?',
    yes: 'A leaver confirms that confidentiality goes on after they leave.',
    no: 'A leaver is not asked to confirm anything.',
    default: true,
    stricter: 'yes',
  }),
};
