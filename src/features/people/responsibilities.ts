// The named responsibilities of a school: what each is called, and what it means in Gatepost.
import { z } from 'zod';
import { RESPONSIBILITIES as WRITTEN } from './roster/responsibility-words.ts';
import { isPersonType, type PersonType } from './person-types.ts';

type Written = (typeof WRITTEN)[number];
/** Staff lists also name what somebody is (staff, supply …): that is a type with dates, not a responsibility. */
export type Responsibility = Exclude<Written, PersonType> | 'system-administrator';

export const RESPONSIBILITIES: readonly [Responsibility, ...Responsibility[]] = [
  'headteacher',
  ...WRITTEN.filter(
    (word): word is Exclude<Written, PersonType | 'headteacher'> => !isPersonType(word) && word !== 'headteacher',
  ),
  'system-administrator',
];

export const responsibilitySchema = z.enum(RESPONSIBILITIES);

export interface ResponsibilityWords {
  readonly label: string;
  readonly meaning: string;
}

export const RESPONSIBILITY_WORDS: Readonly<Record<Responsibility, ResponsibilityWords>> = {
  headteacher: {
    label: 'Headteacher',
    meaning:
      'Answers for everything the school publishes, and decides where the policy says so. There is one at a time.',
  },
  'deputy-headteacher': {
    label: 'Deputy headteacher',
    meaning: 'Decides when the headteacher is away or wrote the post.',
  },
  slt: {
    label: 'Senior leadership team',
    meaning: 'Takes the decisions that the policy gives to the leadership team.',
  },
  dsl: {
    label: 'Designated safeguarding lead',
    meaning: 'Is asked whenever a child’s safety may be touched. Reads safeguarding concerns.',
  },
  'deputy-dsl': { label: 'Deputy safeguarding lead', meaning: 'Stands in for the safeguarding lead.' },
  administrator: {
    label: 'Account administrator',
    meaning: 'Looks after the school’s accounts and people, and moderates what is written on them.',
  },
  'computing-lead': {
    label: 'Computing lead',
    meaning: 'Advises on accounts and platforms, and decides where the policy says so.',
  },
  'business-manager': { label: 'Business manager', meaning: 'Keeps the school’s details and lists up to date.' },
  'data-protection-lead': {
    label: 'Data protection lead',
    meaning: 'Is asked about personal data and people’s rights to it.',
  },
  'chair-of-governors': {
    label: 'Chair of governors',
    meaning: 'Decides when neither the headteacher nor a deputy can, and names a new headteacher.',
  },
  'account-runner': {
    label: 'Account runner',
    meaning:
      'Is known as somebody who runs an account. Which accounts, and from when, is granted on each account’s page.',
  },
  author: {
    label: 'Author',
    meaning:
      'Is known as somebody who writes posts. For which accounts, and from when, is granted on each account’s page.',
  },
  'system-administrator': {
    label: 'System administrator',
    meaning: 'Looks after Gatepost itself. By this role nobody decides posts or reads safeguarding concerns.',
  },
};

/** Whom a policy may name to decide. Invitations, links and grants for these are told to all of them. */
export const DECIDING: readonly Responsibility[] = [
  'headteacher',
  'deputy-headteacher',
  'slt',
  'dsl',
  'deputy-dsl',
  'administrator',
  'computing-lead',
  'business-manager',
  'data-protection-lead',
  'chair-of-governors',
];

/** Who can let others in: without one of these who can sign in, the school would be locked out. */
export const ADMINISTERING: readonly Responsibility[] = ['headteacher', 'system-administrator'];

export const isResponsibility = (word: string): word is Responsibility =>
  (RESPONSIBILITIES as readonly string[]).includes(word);
export const isAdministering = (word: string): boolean => (ADMINISTERING as readonly string[]).includes(word);
export const isDeciding = (word: string): boolean => (DECIDING as readonly string[]).includes(word);

/** The roles among these by which somebody may decide. The system administrator's is never one. */
export const decidingRoles = (roles: Iterable<string>): string[] => [...roles].filter(isDeciding);

const CONCERN_READERS: ReadonlySet<string> = new Set(['headteacher', 'dsl', 'deputy-dsl']);

/** May somebody with these roles read safeguarding concerns? Administering Gatepost is no reason to. */
export const mayReadConcerns = (roles: Iterable<string>): boolean =>
  [...roles].some((role) => CONCERN_READERS.has(role));

/** Must somebody with these roles sign in with a second factor, as the school has set it? */
export const needsSecondFactor = (roles: ReadonlySet<string>, secondFactorRoles: readonly string[]): boolean =>
  secondFactorRoles.some((role) => roles.has(role));
