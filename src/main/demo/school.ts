// What one school of the demo is made of, as data: details, policy, people, classes, accounts, lists and posts.
import type { Features } from '#features/index.ts';
import type { Api } from '#kernel/registry.ts';
import type { ClassOf } from './class-list.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

type Calls = Api<Features>;
type SetUp = Parameters<Calls['policy']['setUp']>[0];
type AddPerson = Parameters<Calls['people']['add']>[0];
type Registered = Parameters<Calls['accounts']['register']>[0];

export interface DemoPerson {
  /** The name that stories use, unique in the whole demo. */
  readonly key: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly types: AddPerson['types'];
  readonly responsibilities?: readonly Parameters<Calls['people']['grantResponsibility']>[0]['responsibility'][];
  readonly signOff?: string;
  /** Does not sign in: is only known. */
  readonly outside?: boolean;
  /** Why somebody might like to look through these eyes; people with a sentence get a sign-in link. */
  readonly look?: string;
}

export interface DemoAccount {
  readonly key: string;
  /** The platform's key in the catalogue; `noticeboard` is the one that every school has. */
  readonly platform: string;
  readonly details?: Omit<Registered, 'platformId' | 'runners' | 'authors' | 'openedOn'>;
  readonly authors: readonly string[];
  readonly runners: readonly string[];
}

export interface Scene {
  readonly at: Temporal.Instant;
  readonly play: () => Promise<void>;
}

export interface DemoSchool {
  readonly details: SetUp['school'] & { readonly slug: string };
  readonly model: SetUp['model'];
  readonly hours: { readonly opens: string; readonly closes: string };
  /** Sets the school up, and keeps its people and lists. */
  readonly first: DemoPerson;
  readonly people: readonly DemoPerson[];
  /** Whose responsibility is stood in for by whom. */
  readonly deputies: readonly { readonly of: string; readonly by: string; readonly responsibility: string }[];
  /** Away from today on, for so many weekdays. */
  readonly away: readonly { readonly who: string; readonly days: number }[];
  readonly classes: readonly ClassOf[];
  readonly ownContacts: Parameters<Calls['schools']['setOwnContacts']>[0]['contacts'];
  readonly confidential: Parameters<Calls['schools']['setConfidentialTerms']>[0]['terms'];
  readonly accounts: readonly DemoAccount[];
  readonly posts: (stage: Stage, when: When) => readonly Scene[];
}
