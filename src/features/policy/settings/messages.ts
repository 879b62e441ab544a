// What a policy settles about watching accounts, answering messages, moderation, the press and the school's name.
import { z } from 'zod';
import { amount, choice, defineSetting, role, roles, several, yesNo } from '../setting.ts';
import { roleNames } from '../role-names.ts';

export const monitor = {
  interval: amount({
    id: 'monitor.interval',
    question: 'At least every how many school days is an account looked at?',
    from: 1,
    to: 60,
    default: 1,
    order: 'down',
  }),
};

/** What messages are sorted by before they go to somebody. */
export const enquiryKinds = ['general', 'about-a-child', 'concern', 'complaint', 'pupil-contact'] as const;

export const inbox = {
  responseHours: amount({
    id: 'inbox.responseHours',
    question: 'Within how many hours is a message answered?',
    from: 1,
    to: 240,
    default: 24,
    order: 'down',
  }),
  workingCalendar: choice({
    id: 'inbox.workingCalendar',
    question: 'On which days does the time for an answer run?',
    answers: {
      'school-days': 'Only school days count.',
      'working-days-from-next': 'A message from a weekend or holiday is answered by the end of the next working day.',
      'every-day': 'Every day counts.',
    },
    default: 'working-days-from-next',
    order: 'ranked',
  }),
  ackCounts: yesNo({
    id: 'inbox.ackCounts',
    question: 'Does “we have seen this” count as an answer in time?',
    yes: 'Saying that the message was received is enough to be in time.',
    no: 'Only a full answer is in time.',
    default: true,
    stricter: 'no',
  }),
  coolOffMinutes: amount({
    id: 'inbox.coolOffMinutes',
    question: 'How many minutes does a reply to something heated wait before it can be sent?',
    from: 0,
    to: 1440,
    default: 30,
    order: 'up',
  }),
  routing: defineSetting({
    id: 'inbox.routing',
    question: 'Who answers which kind of message?',
    schema: z.record(z.enum(enquiryKinds), z.enum(roleNames)),
    default: {
      general: 'account-runner',
      'about-a-child': 'headteacher',
      concern: 'dsl',
      complaint: 'headteacher',
      'pupil-contact': 'dsl',
    },
    order: 'none',
  }),
  directMessages: choice({
    id: 'inbox.directMessages',
    question: 'May staff exchange direct messages with pupils or parents on a school account?',
    answers: {
      allow: 'Direct messages may be answered.',
      'teaching-purpose':
        'Direct messages with pupils serve a teaching purpose, on a school account that is open for it.',
      'redirect-only': 'A direct message gets one fixed answer that names the official route.',
    },
    default: 'redirect-only',
    order: 'ranked',
  }),
};

export const moderation = {
  publicExplanation: yesNo({
    id: 'moderation.publicExplanation',
    question: 'Is the audience told why something was removed or somebody blocked?',
    yes: 'The audience is told why, or the reason for not telling is recorded.',
    no: 'The audience need not be told.',
    default: true,
    stricter: 'yes',
  }),
};

export const press = {
  lead: role({
    id: 'press.lead',
    question: 'Who deals with journalists and press releases?',
    default: 'headteacher',
  }),
  lock: yesNo({
    id: 'press.lock',
    question: 'Is a journalist’s message held until that person deals with it?',
    yes: 'Nobody but the press lead answers a journalist.',
    no: 'A journalist may be answered like anybody else.',
    default: true,
    stricter: 'yes',
  }),
};

export const reputation = {
  mode: choice({
    id: 'reputation.mode',
    question: 'Does the school watch what is said about it in public?',
    answers: {
      off: 'The school does not watch the web for its name.',
      advised: 'Watching the web for the school’s name is good practice.',
      required: 'Watching the web for the school’s name is a duty with an owner.',
    },
    default: 'required',
    order: 'ranked',
  }),
  sources: several({
    id: 'reputation.sources',
    question: 'Where does the school look?',
    answers: {
      'web-search': 'The first page of a web search for the school’s name.',
      'social-media': 'Public posts that name the school.',
      wikipedia: 'The school’s entry in Wikipedia.',
      'google-reviews': 'The school’s reviews on Google.',
      'local-groups': 'Public local groups and forums.',
      'news-sites': 'Local news sites.',
    },
    default: ['web-search', 'social-media', 'wikipedia', 'google-reviews'],
    order: 'superset',
  }),
  owner: roles({
    id: 'reputation.owner',
    question: 'Who owns the watch on the school’s name?',
    default: ['business-manager', 'computing-lead'],
    order: 'superset',
  }),
  interval: amount({
    id: 'reputation.interval',
    question: 'At least every how many days does the school look?',
    from: 1,
    to: 365,
    default: 30,
    order: 'down',
  }),
};
