// What a policy settles about itself: training, acknowledgement, signatures, responsibility, words and how long records are kept.
import { z } from 'zod';
import { amount, choice, defineSetting, role, roles, several, yesNo } from '../setting.ts';

export const training = {
  modules: several({
    id: 'training.modules',
    question: 'Which training is there?',
    answers: {
      policy: 'The policy itself.',
      induction: 'The talk at induction.',
      'runner-role': 'Running an account.',
      platform: 'Each platform before it is first used.',
      boundaries: 'Professional boundaries.',
      'privacy-self-protection': 'Protecting oneself and one’s privacy.',
      prevent: 'Prevent.',
    },
    default: ['policy', 'induction', 'runner-role', 'platform', 'boundaries', 'privacy-self-protection', 'prevent'],
    order: 'superset',
  }),
  who: several({
    id: 'training.who',
    question: 'Who has the training on the policy to do without being given it?',
    answers: {
      staff: 'Every member of staff.',
      teaching: 'Teaching staff.',
      support: 'Support staff.',
      supply: 'Supply staff.',
      governor: 'Governors.',
      contractor: 'Contractors.',
      volunteer: 'Volunteers.',
    },
    default: [],
    order: 'superset',
  }),
  renewalMonths: amount({
    id: 'training.renewalMonths',
    question: 'After how many months is training repeated?',
    from: 1,
    to: 60,
    default: 12,
    order: 'down',
  }),
  gate: yesNo({
    id: 'training.gate',
    question: 'Does running an account wait for the training?',
    yes: 'Nobody runs an account before their training is done.',
    no: 'Training does not hold anybody up.',
    default: true,
    stricter: 'yes',
  }),
};

export const ack = {
  who: several({
    id: 'ack.who',
    question: 'Who confirms or signs the policy?',
    answers: {
      staff: 'Every member of staff.',
      teaching: 'Teaching staff.',
      support: 'Support staff.',
      supply: 'Supply staff.',
      volunteers: 'Volunteers.',
      contractors: 'Contractors.',
      runners: 'Everybody who runs or writes for an account.',
      governors: 'Governors.',
      'other-adults': 'Supply staff, contractors and volunteers.',
      'responsible-persons': 'The headteacher and the named responsible persons.',
      parents: 'Parents and carers.',
      pupils: 'Pupils.',
      visitors: 'Visitors.',
    },
    default: ['staff', 'runners', 'governors', 'other-adults'],
    order: 'superset',
  }),
  kind: choice({
    id: 'ack.kind',
    question: 'How do they confirm it?',
    answers: {
      read: 'They confirm that they have read it.',
      quiz: 'They answer a few questions on it.',
      signature: 'They sign it after opening it to the end.',
    },
    default: 'signature',
    order: 'ranked',
  }),
  deadline: choice({
    id: 'ack.deadline',
    question: 'By when do they confirm it?',
    answers: {
      term: 'By the end of the term in which it is asked of them; of whoever joins, by the end of their first term.',
      days: 'Within so many days of a new version, or of joining.',
    },
    default: 'days',
    order: 'ranked',
  }),
  yearly: yesNo({
    id: 'ack.yearly',
    question: 'Are they asked again each school year?',
    yes: 'From each first of September everybody confirms it again.',
    no: 'Once is enough until the policy changes in substance.',
    default: false,
    stricter: 'yes',
  }),
  days: amount({
    id: 'ack.days',
    question: 'Within how many days of a new version do they confirm it?',
    from: 1,
    to: 180,
    default: 28,
    order: 'down',
  }),
};

export const adoption = {
  signatures: roles({
    id: 'adoption.signatures',
    question: 'Whose signatures bring the policy into force, in this order?',
    default: ['headteacher', 'chair-of-governors'],
    order: 'superset',
  }),
};

export const responsibilities = {
  accountable: role({
    id: 'roles.accountable',
    question: 'Who is finally responsible for the school’s use of social media?',
    default: 'headteacher',
  }),
  named: roles({
    id: 'roles.named',
    question: 'Which other responsibilities must have a name against them?',
    default: ['dsl', 'administrator', 'computing-lead', 'data-protection-lead', 'chair-of-governors'],
    order: 'superset',
  }),
  deputies: roles({
    id: 'roles.deputies',
    question: 'Who decides in the headteacher’s place when nobody was named for the absence, in this order?',
    default: ['deputy-headteacher', 'chair-of-governors'],
    order: 'none',
  }),
};

export const questions = {
  firstContact: role({
    id: 'questions.firstContact',
    question: 'Whom does somebody ask first who has a question about the policy?',
    default: 'headteacher',
  }),
};

export const definitions = {
  platformTypes: several({
    id: 'definitions.platformTypes',
    question: 'What counts as social media?',
    answers: {
      'social-network': 'Social networks.',
      'video-sharing': 'Video sharing.',
      'photo-sharing': 'Photo sharing.',
      blog: 'Blogs.',
      forum: 'Forums and bulletin boards.',
      wiki: 'Wikis.',
      messaging: 'Messaging groups, chatrooms and instant messengers.',
      game: 'Games with sharing or interaction.',
      app: 'Apps and sites with sharing or interaction.',
      other: 'Any other platform where people interact.',
    },
    default: [
      'social-network',
      'video-sharing',
      'photo-sharing',
      'blog',
      'forum',
      'wiki',
      'messaging',
      'game',
      'app',
      'other',
    ],
    order: 'superset',
  }),
};

/** Kinds of record that have a time to be kept. */
export const recordKinds = [
  'posts',
  'pictures',
  'messages',
  'concerns',
  'consent',
  'signatures',
  'training',
  'ledger',
] as const;

export const retention = {
  months: defineSetting({
    id: 'retention.months',
    question: 'For how many months is each kind of record kept?',
    schema: z.record(z.enum(recordKinds), z.int().min(1).max(1200)),
    default: {
      posts: 72,
      pictures: 36,
      messages: 24,
      concerns: 300,
      consent: 84,
      signatures: 72,
      training: 72,
      ledger: 84,
    },
    order: 'none',
  }),
};
