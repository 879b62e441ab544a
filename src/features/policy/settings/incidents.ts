// What a policy settles about scope and about incidents: who leads, whom to tell, what may follow.
import { z } from 'zod';
import { amount, choice, defineSetting, eachOnce, several, yesNo } from '../setting.ts';
import { roleNames } from '../role-names.ts';

export const scope = {
  personTypes: several({
    id: 'scope.personTypes',
    question: 'Whom does the policy bind?',
    answers: {
      staff: 'Staff are bound.',
      teaching: 'Teaching staff are bound.',
      support: 'Support staff are bound.',
      supply: 'Supply staff are bound.',
      governor: 'Governors are bound.',
      contractor: 'Contractors are bound.',
      volunteer: 'Volunteers are bound.',
      'external-runner': 'People from outside who run an account are bound.',
      carer: 'Parents and carers are bound.',
      pupil: 'Pupils are bound.',
    },
    default: ['staff', 'supply', 'governor', 'contractor', 'volunteer', 'external-runner'],
    order: 'superset',
  }),
  rules: several({
    id: 'scope.rules',
    question: 'How far does the policy reach?',
    answers: {
      'any-time': 'It holds at any time of day.',
      'any-place': 'It holds wherever somebody is.',
      'represents-school': 'It holds for whatever represents the school, directly or not.',
      'affects-school': 'It holds for personal communications that affect the school.',
      'outside-work': 'It holds for conduct outside work.',
      'while-at-work': 'It holds at work: on the premises, travelling and working from home.',
      'private-groups': 'It holds in private chats and groups as well as in public.',
    },
    default: [
      'any-time',
      'any-place',
      'represents-school',
      'affects-school',
      'outside-work',
      'while-at-work',
      'private-groups',
    ],
    order: 'superset',
  }),
};

export const incidentKinds = [
  'general',
  'staff-conduct',
  'pupil-conduct',
  'child-contact',
  'adult-contact',
  'parent-post',
  'safeguarding',
] as const;
export const policeTriggers = [
  'illegal',
  'dangerous',
  'indecent-images',
  'racist',
  'violence',
  'bullied-adult',
] as const;
export const policeAnswers = ['mandatory', 'decision', 'victims-choice'] as const;

export const incident = {
  leadBy: defineSetting({
    id: 'incident.leadBy',
    question: 'Who leads on which kind of incident?',
    schema: z.record(z.enum(incidentKinds), z.enum(roleNames)),
    default: {
      general: 'headteacher',
      'staff-conduct': 'headteacher',
      'pupil-conduct': 'slt',
      'child-contact': 'dsl',
      'adult-contact': 'headteacher',
      'parent-post': 'headteacher',
      safeguarding: 'dsl',
    },
    order: 'none',
  }),
  policeTriggers: defineSetting({
    id: 'incident.policeTriggers',
    question: 'When are the police told, and who decides?',
    schema: z.record(z.enum(policeTriggers), z.enum(policeAnswers)),
    default: {
      illegal: 'mandatory',
      dangerous: 'decision',
      'indecent-images': 'mandatory',
      racist: 'decision',
      violence: 'decision',
      'bullied-adult': 'victims-choice',
    },
    order: 'none',
  }),
  routeByPerson: defineSetting({
    id: 'incident.routeByPerson',
    question: 'Which of the school’s procedures governs a matter about a pupil, about staff, about a parent?',
    schema: z.record(
      z.enum(['pupil', 'staff', 'parent']),
      eachOnce(z.enum(['behaviour', 'anti-bullying', 'safeguarding', 'staff-handbook', 'disciplinary', 'complaints'])),
    ),
    default: {
      pupil: ['behaviour', 'anti-bullying', 'safeguarding'],
      staff: ['staff-handbook', 'disciplinary'],
      parent: ['complaints'],
    },
    order: 'none',
  }),
};

export const directory = {
  agencies: several({
    id: 'directory.agencies',
    question: 'Which bodies outside can be called on?',
    answers: {
      police: 'The police.',
      lado: 'The local authority’s designated officer for allegations.',
      'local-authority': 'Advisers of the local authority.',
      'hr-provider': 'The school’s HR provider.',
      union: 'Unions and professional bodies.',
      platform: 'The platform itself.',
      'professionals-helpline': 'The helpline for professionals on online safety.',
      lgfl: 'The online safety advisers of LGfL.',
      nspcc: 'The NSPCC’s helpline for parents.',
      other: 'Any other body that bears on the matter.',
    },
    default: [
      'police',
      'lado',
      'local-authority',
      'hr-provider',
      'union',
      'platform',
      'professionals-helpline',
      'lgfl',
      'nspcc',
      'other',
    ],
    order: 'superset',
  }),
};

export const parentPost = {
  actor: choice({
    id: 'parentPost.actor',
    question: 'Who speaks to a parent about a harmful post?',
    answers: {
      school: 'The school does.',
      headteacher: 'The headteacher does.',
      'governing-body': 'The governing body does.',
    },
    default: 'headteacher',
    order: 'none',
  }),
  steps: several({
    id: 'parentPost.steps',
    question: 'Which steps are taken, in this order?',
    answers: {
      'removal-request': 'The parent is asked to remove the post.',
      meeting: 'The parent is invited to talk it over.',
      complaints: 'The parent is shown the complaints procedure.',
      letter: 'The parent is sent a letter.',
      'platform-report': 'The post is reported to the platform.',
    },
    default: ['removal-request', 'meeting', 'complaints', 'letter', 'platform-report'],
    order: 'superset',
  }),
  removalDays: amount({
    id: 'parentPost.removalDays',
    question: 'How many days does somebody have to remove a post when asked?',
    from: 1,
    to: 60,
    default: 2,
    order: 'down',
  }),
};

const outcome = [
  'advice',
  'training',
  'internal-procedure',
  'disciplinary',
  'civil-action',
  'legal-action',
  'internet-withdrawn',
  'suitability-review',
  'personal-liability',
  'behaviour-sanction',
  'anti-bullying-sanction',
  'help-first',
  'access-ended',
  'complaints',
] as const;

export const outcomes = {
  byPersonType: defineSetting({
    id: 'outcomes.byPersonType',
    question: 'What may follow from a breach, for whom?',
    schema: z.record(z.enum(['staff', 'pupil', 'parent', 'other-adult']), eachOnce(z.enum(outcome))),
    default: {
      staff: [
        'advice',
        'training',
        'internal-procedure',
        'disciplinary',
        'internet-withdrawn',
        'suitability-review',
        'legal-action',
      ],
      pupil: ['help-first', 'behaviour-sanction', 'anti-bullying-sanction'],
      parent: ['complaints', 'legal-action'],
      'other-adult': ['advice', 'access-ended', 'legal-action'],
    },
    order: 'none',
  }),
};

export const deviation = {
  enabled: yesNo({
    id: 'deviation.enabled',
    question: 'May somebody depart from the policy with good reason?',
    yes: 'Somebody may depart from the policy if they tell the headteacher why.',
    no: 'The policy allows no departure; ask first.',
    default: true,
    stricter: 'no',
  }),
};
