// The sessions of somebody's login, in words they know their own devices by. Of the place only what is known is said.
import { isOwnNetwork } from '#features/schools/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { deviceOf } from '#sign-in/device.ts';
import type { SessionRef } from '#sign-in/port.ts';
import type { App } from './compose.ts';

export interface OwnSession {
  readonly id: string;
  readonly isThis: boolean;
  /** "Firefox on Windows", as the browser says. */
  readonly device: string;
  /** Network address; empty where none was seen. */
  readonly ip: string;
  /** Whether that is one of the networks that the school has entered as its own. */
  readonly isOwnNetwork: boolean;
  readonly startedAt: string;
  readonly usedAt: string;
  /** At the latest. */
  readonly endsAt: string;
}

export type OwnSessions = (actor: Actor, session: SessionRef) => Promise<readonly OwnSession[]>;

export const createOwnSessions =
  ({ signIn, as }: Pick<App, 'signIn' | 'as'>): OwnSessions =>
  async (actor, { loginId, sessionId }) => {
    const [sessions, { networks }] = await Promise.all([
      signIn.sessions(loginId),
      as(actor).schools.readSignInRules({}),
    ]);
    return sessions.map((one) => ({
      id: one.sessionId,
      isThis: one.sessionId === sessionId,
      device: deviceOf(one.userAgent),
      ip: one.ip,
      isOwnNetwork: isOwnNetwork(networks, one.ip),
      startedAt: one.startedAt.toString(),
      usedAt: one.usedAt.toString(),
      endsAt: one.expiresAt.toString(),
    }));
  };
