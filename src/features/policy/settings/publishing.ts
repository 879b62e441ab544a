// What a policy settles about approving a post and about its kind, its tone and its signature.
import { z } from 'zod';
import { amount, choice, defineSetting, eachOnce, role, roles, several, words, yesNo } from '../setting.ts';

export const approval = {
  secondReader: choice({
    id: 'approval.secondReader',
    question: 'Must somebody else read a post before it goes out?',
    answers: {
      off: 'A post goes out on its author’s word unless a finding needs a named person.',
      advised: 'A second person reads a post before it goes out; leaving that out needs a reason.',
      required: 'No post goes out before a second person has read and approved it.',
    },
    default: 'required',
    order: 'ranked',
  }),
  approver: roles({
    id: 'approval.approver',
    question: 'Who may read and approve a post, the first named being asked first?',
    default: ['account-runner', 'slt', 'deputy-headteacher', 'headteacher'],
    order: 'none',
  }),
  clearanceBy: roles({
    id: 'approval.clearanceBy',
    question: 'Who decides on a finding that needs a named person, the first named being asked first?',
    default: ['headteacher', 'deputy-headteacher'],
    order: 'none',
  }),
  unsureGoesTo: role({
    id: 'approval.unsureGoesTo',
    question: 'Who decides when the author is unsure?',
    default: 'headteacher',
  }),
  emergency: defineSetting({
    id: 'approval.emergency',
    question: 'How may an urgent message go out when the usual approver cannot be reached?',
    schema: z.strictObject({
      /** How many named people must agree; null = there is no emergency route. */
      people: z.int().min(1).max(5).nullable(),
      roles: z
        .array(z.enum(['headteacher', 'deputy-headteacher', 'slt', 'dsl', 'business-manager', 'administrator']))
        .min(1),
      reviewedNextDay: z.boolean(),
    }),
    default: {
      people: 2,
      roles: ['headteacher', 'deputy-headteacher', 'slt', 'business-manager', 'administrator'],
      reviewedNextDay: true,
    },
    order: 'none',
  }),
};

export const freeze = {
  releaser: role({
    id: 'freeze.releaser',
    question: 'Who lets single posts through while everything is stopped in a crisis?',
    default: 'headteacher',
  }),
  autoTriggers: several({
    id: 'freeze.autoTriggers',
    question: 'What stops everything from going out by itself?',
    answers: {
      'cyber-bullying': 'A case of cyber-bullying stops everything.',
      'negative-comments': 'A wave of negative comments stops everything.',
      'external-event': 'A grave event outside the school stops everything.',
      'safeguarding-case': 'A safeguarding case stops everything.',
    },
    default: ['cyber-bullying', 'external-event', 'safeguarding-case'],
    order: 'superset',
  }),
};

/** What a kind of post can ask for besides its words. */
export const categoryFields = ['event-date', 'achievement', 'link', 'closing-date', 'contact'] as const;
const category = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  label: z.string().min(1).max(80),
  fields: eachOnce(z.enum(categoryFields)),
});
export type PostCategory = z.infer<typeof category>;

export const content = {
  categories: defineSetting<readonly PostCategory[]>({
    id: 'content.categories',
    question: 'Which kinds of post are there, and what does each ask for?',
    schema: z.array(category).min(1),
    default: [
      { id: 'event', label: 'Event', fields: ['event-date'] },
      { id: 'announcement', label: 'Announcement', fields: [] },
      {
        id: 'celebration',
        label: 'Celebration or success',
        fields: ['achievement'],
      },
      { id: 'learning', label: 'Learning in school', fields: [] },
      { id: 'article', label: 'Article', fields: ['link'] },
      { id: 'press-release', label: 'Press release', fields: ['contact'] },
      { id: 'photo-video', label: 'Photograph or video', fields: [] },
      { id: 'vacancy', label: 'Vacancy', fields: ['closing-date', 'contact'] },
    ],
    order: 'subset',
  }),
  categoryRequired: yesNo({
    id: 'content.categoryRequired',
    question: 'Must every post be of one of these kinds?',
    yes: 'Every post is of one of the kinds the policy allows.',
    no: 'A post need not be of any particular kind.',
    default: true,
    stricter: 'yes',
  }),
  objectiveRequired: yesNo({
    id: 'content.objectiveRequired',
    question: 'Must every post serve one of its account’s objectives?',
    yes: 'Every post names the objective of the account that it serves.',
    no: 'A post need not name an objective.',
    default: false,
    stricter: 'yes',
  }),
  toneWords: words({
    id: 'content.toneWords',
    question: 'Which words describe how the school wants to sound?',
    default: ['professional', 'informative', 'warm', 'respectful'],
    order: 'none',
  }),
};

export const post = {
  signOff: choice({
    id: 'post.signOff',
    question: 'How is a post signed?',
    answers: {
      none: 'A post carries the school’s identity and no signature.',
      role: 'A post ends with its author’s role.',
      'name-and-role': 'A post ends with its author’s name and role.',
    },
    default: 'role',
    order: 'ranked',
  }),
  ownVoiceDisclaimer: yesNo({
    id: 'post.ownVoiceDisclaimer',
    question: 'Does a post in a person’s own professional name carry a disclaimer?',
    yes: 'A post in a person’s own professional name says that it is not necessarily the school’s view.',
    no: 'A post in a person’s own professional name carries no disclaimer.',
    default: true,
    stricter: 'yes',
  }),
  disclaimerText: defineSetting<string>({
    id: 'post.disclaimerText',
    question: 'What does the disclaimer say?',
    schema: z.string().trim().min(1).max(300),
    default: 'My own words; not necessarily the view of the school.',
    order: 'none',
  }),
  importantNeedsAlternative: yesNo({
    id: 'post.importantNeedsAlternative',
    question: 'Must important news also go out by a way that needs no social media?',
    yes: 'A post marked important names the other way by which everybody will hear.',
    no: 'Important news may go out on social media alone.',
    default: true,
    stricter: 'yes',
  }),
  reachQuestion: choice({
    id: 'post.reachQuestion',
    question: 'Does an author write down how a post might be read or shared?',
    answers: {
      off: 'An author need not write down how a post might be read or shared.',
      public: 'For an account that anybody can read, the author writes down how the post might be read or shared.',
      'shared-interest':
        'For every account but those of known members, the author writes down how the post might be read or shared.',
    },
    default: 'off',
    order: 'ranked',
  }),
};

export const review = {
  checklist: several({
    id: 'review.checklist',
    question: 'What does the person who approves a post confirm?',
    answers: {
      tone: 'The tone suits the readers and is professional.',
      accuracy: 'The facts are right, and claims have a source.',
      fairness: 'It is fair to everybody it speaks of.',
      disrepute: 'It does nothing to discredit the school or its trust.',
      'builds-others-up': 'It builds others up and suits the occasion.',
      privacy: 'It respects the rights and privacy of everybody it names or shows.',
      'anti-bullying': 'It is in keeping with the anti-bullying policy.',
      'data-protection': 'It is in keeping with data protection.',
      confidentiality: 'It gives away nothing confidential.',
      'child-protection': 'It is in keeping with the child protection policy.',
      equality: 'It is in keeping with the law on equality.',
    },
    default: ['tone', 'accuracy', 'fairness', 'disrepute', 'privacy', 'confidentiality', 'child-protection'],
    order: 'superset',
  }),
  months: amount({
    id: 'review.months',
    question: 'How many months after adoption is the policy reviewed?',
    from: 1,
    to: 36,
    default: 12,
    order: 'down',
  }),
  firstMonths: amount({
    id: 'review.firstMonths',
    question: 'How many months after the very first adoption is the first review, where it should come sooner?',
    from: 1,
    to: 36,
    default: null,
    order: 'down',
  }),
  triggers: several({
    id: 'review.triggers',
    question: 'What brings a review forward?',
    answers: {
      'statutory-change': 'A change in the law or statutory guidance brings the review forward.',
      'internal-review': 'An internal review that calls for it brings the review forward.',
      'serious-incident': 'A serious incident brings the review forward.',
      'platform-change': 'A change of a platform brings the review forward.',
    },
    default: ['statutory-change', 'internal-review', 'serious-incident'],
    order: 'superset',
  }),
  roles: roles({
    id: 'review.roles',
    question: 'Who reviews the policy?',
    default: ['computing-lead', 'slt', 'dsl'],
    order: 'superset',
  }),
  shareWithGovernors: yesNo({
    id: 'review.shareWithGovernors',
    question: 'Is a reviewed policy shared with the governors?',
    yes: 'A review is not finished until the governors have been given the policy.',
    no: 'The governors need not be given a reviewed policy.',
    default: true,
    stricter: 'yes',
  }),
};
