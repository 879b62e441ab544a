// One's sessions, as the page says them: device, place as far as it is known, last use.
import type { RequestEvent } from '@sveltejs/kit';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../answering.ts';

export async function saySessions(
  event: Pick<RequestEvent, 'locals'>,
  session: { readonly sessionId: string; readonly loginId: string },
) {
  const { locals } = event;
  const now = nowOf(event);
  const say = (at: string) => sayMoment(at, ZONE, now);
  return (await locals.gatepost.ownSessions(locals.actor, session)).map(
    ({ id, isThis, device, ip, isOwnNetwork, ...times }) => ({
      id,
      isThis,
      device,
      place: placeOf(ip, isOwnNetwork),
      used: say(times.usedAt),
      started: say(times.startedAt),
      ends: say(times.endsAt),
    }),
  );
}

/** No map of the world: an address says little more than whose network it is, and that we know of our own only. */
function placeOf(ip: string, isOwnNetwork: boolean): string {
  if (ip === '') return 'an unknown network';
  return isOwnNetwork ? `your school’s network (${ip})` : `the network address ${ip}`;
}
