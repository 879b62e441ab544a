// The door itself: begins the session of somebody who has shown who they are, and tells what is remarkable about it.
import type { Parts } from './parts.ts';
import type { From, NewSession } from './port.ts';

/** @param factorAt when a second factor was shown; null if none was */
export async function enter(
  { sessions, places, tell }: Pick<Parts, 'sessions' | 'places' | 'tell'>,
  loginId: string,
  from: From,
  at: Temporal.Instant,
  factorAt: Temporal.Instant | null,
): Promise<NewSession> {
  const session = await sessions.begin(loginId, from, at, factorAt);
  await tell('signed-in', loginId, from);
  const [place, recovered] = await Promise.all([places.note(loginId, from, at), places.wasRecovered(loginId)]);
  if (recovered) await tell('signed-in-recovered', loginId, from);
  else if (place === 'new') await tell('signed-in-elsewhere', loginId, from);
  return session;
}
