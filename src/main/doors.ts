// What the pages for people who are not yet signed in may do: set up, join, recover.
import type { From, SessionRef } from '#sign-in/port.ts';
import type { AskRecovery } from './ask-recovery.ts';
import { readCalendarFeed } from './calendar-feed.ts';
import type { App } from './compose.ts';
import { joinSignedIn, joinWithPassword, openLink, recoverWithPassword, type Purpose } from './links.ts';
import { createProviderDoors, type ProviderDoors } from './provider-doors.ts';
import { checkSchool, finishSetUp, isSetUp, setUpFrom, type SetUpAnswers } from './set-up.ts';

export interface Doors {
  readonly isSetUp: () => ReturnType<typeof isSetUp>;
  readonly setUpFrom: (token: string) => ReturnType<typeof setUpFrom>;
  readonly checkSchool: (answers: Pick<SetUpAnswers, 'school' | 'model'>) => void;
  readonly finishSetUp: (token: string, answers: SetUpAnswers, from: From) => ReturnType<typeof finishSetUp>;
  readonly openLink: (token: string, purpose: Purpose) => ReturnType<typeof openLink>;
  readonly joinWithPassword: (token: string, password: string, from: From) => ReturnType<typeof joinWithPassword>;
  readonly joinSignedIn: (
    token: string,
    session: SessionRef & { readonly email: string },
  ) => ReturnType<typeof joinSignedIn>;
  readonly recoverWithPassword: (token: string, password: string) => ReturnType<typeof recoverWithPassword>;
  readonly askRecovery: AskRecovery['ask'];
  readonly calendarFeed: (token: string) => ReturnType<typeof readCalendarFeed>;
  readonly providers: ProviderDoors;
}

export const createDoors = (
  app: Pick<App, 'database' | 'clock' | 'origin' | 'as' | 'signIn' | 'registry'>,
  { ask }: AskRecovery,
): Doors => ({
  isSetUp: () => isSetUp(app),
  setUpFrom: (token) => setUpFrom(app, token),
  checkSchool: (answers) => checkSchool(app, answers),
  finishSetUp: (token, answers, from) => finishSetUp(app, token, answers, from),
  openLink: (token, purpose) => openLink(app, token, purpose),
  joinWithPassword: (token, password, from) => joinWithPassword(app, token, password, from),
  joinSignedIn: (token, session) => joinSignedIn(app, token, session),
  recoverWithPassword: (token, password) => recoverWithPassword(app, token, password),
  askRecovery: ask,
  calendarFeed: (token) => readCalendarFeed(app, token),
  providers: createProviderDoors(app),
});
