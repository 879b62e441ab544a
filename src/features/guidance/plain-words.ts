// What the settings mean for parents and for pupils, in words for them. Only what the policy, or Gatepost where it is silent, settles. Pure.
import { answerInWords, settings } from '#features/policy/index.ts';
import type { PolicyInForce, SettingOf } from '#kernel/policy.ts';
import type { Audience } from './guide.ts';

export interface PlainLine {
  readonly words: string;
  readonly clauses: readonly string[];
  /** Gatepost's default: the policy itself is silent. */
  readonly byDefault: boolean;
}

type Outsider = Exclude<Audience, 'staff'>;
/** A sentence for each answer, those left out saying nothing to them; or one made from the answer. */
type Said<T> = [T] extends [string] ? Partial<Readonly<Record<T & string, string>>> : (value: T) => string | null;
type Line = (policy: PolicyInForce, to: Outsider) => PlainLine | null;

const line =
  <T>(setting: SettingOf<T>, said: Partial<Record<Outsider, Said<NoInfer<T>>>>): Line =>
  (policy, to) => {
    const { value, clauses, source } = policy.ruling(setting);
    const words = wordsFor(said[to], value);
    return words === null ? null : { words, clauses, byDefault: source === 'default' };
  };

function wordsFor(said: unknown, value: unknown): string | null {
  if (typeof said === 'function') return (said as (value: unknown) => string | null)(value);
  return (said as Readonly<Record<string, string>> | undefined)?.[String(value)] ?? null;
}

const { scope, consent, checks, parents, pupils, inbox, contact, curriculum, parentPost } = settings;

const LINES: readonly Line[] = [
  line(scope.personTypes, {
    parents: (types) =>
      types.includes('carer')
        ? 'The rules for everybody hold for parents and carers too.'
        : 'The rules bind those who work for the school. We ask you for your help.',
    pupils: (types) =>
      types.includes('pupil')
        ? 'The rules are for you too.'
        : 'The rules are for the grown-ups at school. We ask you to help.',
  }),
  line(consent.mode, {
    parents: {
      'opt-out': 'We may use a picture of your child unless you tell us not to.',
      'image-policy': 'We use pictures of children as our image policy says.',
      'opt-in': 'We use a picture of your child only where you have agreed first.',
    },
    pupils: {
      'opt-out': 'We may put up a picture of you unless you or your family say no.',
      'opt-in': 'We put up a picture of you only after your family has said yes.',
    },
  }),
  line(checks.pupilNames, {
    parents: {
      'first-name-only': 'We name children by their first name only, and not so that they can be picked out.',
      none: 'We name no child in what we publish.',
    },
    pupils: {
      'first-name-only': 'We never write your whole name.',
      none: 'We do not write your name.',
    },
  }),
  line(parents.eventPhotoRule, {
    parents: {
      advice: 'Think before you share pictures from our events: other people’s children may be in them.',
      'permission-of-others': 'Ask the other families before you share a picture from our events that shows them.',
      'own-child-only': 'Please do not post pictures of other people’s children.',
    },
  }),
  line(inbox.directMessages, {
    parents: {
      'redirect-only': 'If you write to one of our accounts privately, we answer only with where to write instead.',
    },
    pupils: {
      'teaching-purpose': 'You can write to a school account privately only where it is for your lessons.',
      'redirect-only': 'If you send a school account a private message, it tells you whom to talk to instead.',
    },
  }),
  line(inbox.responseHours, {
    parents: (hours) => (hours === null ? null : `We answer what you write to our accounts within ${hours} hours.`),
  }),
  line(contact.parents, {
    parents: {
      advised: 'Please do not ask our staff to be friends on their own accounts: they are advised against it.',
      'headteacher-approval':
        'Our staff talk with parents through their own accounts only where the headteacher has agreed.',
      forbidden: 'Our staff do not talk with parents through their own accounts. Please do not ask them to.',
    },
  }),
  line(contact.formerPupils, {
    pupils: {
      advised: 'Grown-ups from school had better not be your friends online, even when you have left.',
      forbidden: 'Grown-ups from school will not be your friends online, not even when you have left.',
    },
  }),
  line(pupils.minAgeRule, {
    parents: {
      'respect-ratings': 'Please keep to the age limits of apps and games.',
      'no-accounts-under-age':
        'We make no account for a child below an app’s age limit, and we tell you if we learn of one.',
    },
    pupils: {
      'respect-ratings': 'Keep to the age limits of apps and games.',
      'no-accounts-under-age': 'Do not use an app before you are old enough for it.',
    },
  }),
  line(pupils.helpFirst, {
    pupils: (help) => (help ? 'If you use an app that you are too young for, tell us. We help you first.' : null),
  }),
  line(curriculum.topics, {
    parents: (topics) => `What pupils learn about in lessons: ${answerInWords(curriculum.topics, topics)}`,
    pupils: (topics) => `What you learn about in lessons: ${answerInWords(curriculum.topics, topics)}`,
  }),
  line(parentPost.steps, {
    parents: (steps) =>
      steps.length === 0 ? null : `Where a post could do harm: ${answerInWords(parentPost.steps, steps)}`,
  }),
];

/** Nobody may change this one: it is no setting. */
const NEVER = {
  parents: 'Our staff are never linked with pupils on their own accounts.',
  pupils: 'Grown-ups from school are never your friends on their own accounts. Please do not ask them.',
} as const;

export function plainLines(policy: PolicyInForce, to: Outsider): PlainLine[] {
  const found = LINES.flatMap((one) => one(policy, to) ?? []);
  return [...found, { words: NEVER[to], clauses: policy.clausesOf('declarations.pupil-contact'), byDefault: false }];
}
