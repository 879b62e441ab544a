// What a policy settles about staff as private people: contact with pupils and families, personal accounts, use at work.
import { amount, choice, defineSetting, roles, several, yesNo } from '../setting.ts';
import { z } from 'zod';

export const contact = {
  formerPupils: choice({
    id: 'contact.formerPupils',
    question: 'May staff be linked with former pupils on personal accounts?',
    answers: {
      silent: 'The policy says nothing about former pupils.',
      advised: 'Staff are advised against it and shown the official ways instead.',
      forbidden: 'Staff may not be linked with former pupils.',
    },
    default: 'forbidden',
    order: 'ranked',
  }),
  parents: choice({
    id: 'contact.parents',
    question: 'May staff be in contact with parents through personal accounts?',
    answers: {
      silent: 'The policy says nothing about it.',
      advised: 'Staff are advised against it.',
      'headteacher-approval': 'Only with the headteacher’s agreement beforehand.',
      forbidden: 'Staff may not be in contact with parents through personal accounts.',
    },
    default: 'headteacher-approval',
    order: 'ranked',
  }),
  families: choice({
    id: 'contact.families',
    question: 'May staff be linked with pupils’ families on personal accounts?',
    answers: {
      silent: 'The policy says nothing about families.',
      advised: 'Staff are advised against it.',
      forbidden: 'Staff may not be linked with pupils’ families.',
    },
    default: 'advised',
    order: 'ranked',
  }),
  exceptionApprover: roles({
    id: 'contact.exceptionApprover',
    question: 'Who may agree to an exception, such as a family tie?',
    default: ['headteacher', 'dsl'],
    order: 'superset',
  }),
  parentAgreement: yesNo({
    id: 'contact.parentAgreement',
    question: 'Does an exception also need the parents’ agreement?',
    yes: 'An exception needs the parents’ agreement too.',
    no: 'An exception does not need the parents’ agreement.',
    default: true,
    stricter: 'yes',
  }),
  declareOnEntry: yesNo({
    id: 'contact.declareOnEntry',
    question: 'Are links that already exist declared when a pupil or member of staff joins?',
    yes: 'Links that already exist are declared on joining.',
    no: 'Nothing is asked on joining.',
    default: true,
    stricter: 'yes',
  }),
  'notify.childInitiated': roles({
    id: 'contact.notify.childInitiated',
    question: 'Who is told when a child makes contact with an adult?',
    default: ['dsl', 'line-manager', 'parent'],
    order: 'superset',
  }),
  'notify.adultInitiated': roles({
    id: 'contact.notify.adultInitiated',
    question: 'Who is told when an adult makes contact with a child?',
    default: ['headteacher', 'dsl'],
    order: 'superset',
  }),
  ownPhoneExceptions: choice({
    id: 'contact.ownPhoneExceptions',
    question: 'May staff ring pupils or parents from their own telephone?',
    answers: {
      silent: 'The policy says nothing about it.',
      exceptional: 'Only exceptionally, with the number withheld and the call entered.',
      never: 'Never.',
    },
    default: 'exceptional',
    order: 'ranked',
  }),
  exceptionMonths: amount({
    id: 'contact.exceptionMonths',
    question: 'After how many months does an exception have to be agreed again?',
    from: 1,
    to: 60,
    default: 12,
    order: 'down',
  }),
};

export const personalUse = {
  atWork: choice({
    id: 'personalUse.atWork',
    question: 'May staff use social media privately at work?',
    answers: {
      silent: 'The policy says nothing about it.',
      reasonable: 'Staff may, to a reasonable extent.',
      breaks: 'Staff may in their breaks.',
      forbidden: 'Staff may not use social media privately at work.',
    },
    default: 'breaks',
    order: 'ranked',
  }),
  onSchoolDevices: yesNo({
    id: 'personalUse.onSchoolDevices',
    question: 'May staff do so on school equipment?',
    yes: 'School equipment may be used for it.',
    no: 'School equipment may not be used for it.',
    default: false,
    stricter: 'no',
  }),
  nameEmployer: choice({
    id: 'personalUse.nameEmployer',
    question: 'May staff name the school on a personal account?',
    answers: {
      'with-disclaimer': 'Staff may name the school if they say that they do not speak for it.',
      discouraged: 'Staff are encouraged not to name the school.',
      forbidden: 'Staff may not name the school.',
    },
    default: 'with-disclaimer',
    order: 'ranked',
  }),
  discussSchool: choice({
    id: 'personalUse.discussSchool',
    question: 'May staff speak about the school and its people on a personal account?',
    answers: {
      silent: 'The policy says nothing about it.',
      'with-care': 'Staff may with care, and never about what they learn at work.',
      never: 'Staff never speak about the school or its people.',
    },
    default: 'with-care',
    order: 'ranked',
  }),
};

export const declaration = {
  selfCheckItems: several({
    id: 'declaration.selfCheckItems',
    question: 'What does the check of one’s own privacy settings cover?',
    answers: {
      'strict-privacy': 'Setting accounts to the strictest privacy.',
      'location-sharing': 'Turning location sharing off.',
      'public-listings': 'Leaving public listings.',
      'logging-out': 'Logging out after use.',
      'password-safety': 'Keeping passwords safe.',
      photographs: 'Looking through photographs that could harm one’s standing.',
      audience: 'Knowing who can see what.',
    },
    default: [
      'strict-privacy',
      'location-sharing',
      'public-listings',
      'logging-out',
      'password-safety',
      'photographs',
      'audience',
    ],
    order: 'superset',
  }),
};

export const workUse = {
  monitoringNotice: choice({
    id: 'workUse.monitoringNotice',
    question: 'Are staff told that use at work may be monitored?',
    answers: {
      none: 'Nothing is said about monitoring.',
      'may-be-monitored': 'Staff are told that use at work may be monitored.',
      'access-controlled': 'Staff are told that access on school systems is controlled and may be monitored.',
    },
    default: 'may-be-monitored',
    order: 'none',
  }),
  excessive: defineSetting<string>({
    id: 'workUse.excessive',
    question: 'What counts as excessive private use at work?',
    schema: z.string().trim().min(1).max(300),
    default:
      'Private use outside breaks on more than three days of a month, or any that keeps somebody from their duties.',
    order: 'none',
  }),
};
