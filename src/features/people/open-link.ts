// The link that its holder came with, if it still opens.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { invitationRow } from './link-queries.ts';
import { linkState } from './one-time-link.ts';
import { personRow } from './queries.ts';

const WHY = { used: 'has been used', withdrawn: 'was taken back', expired: 'is too old' } as const;

/** @throws when its person has left or has joined already, or it has been used, was taken back or is too old */
export async function openLink({ db, scopeId, at, actor }: Context) {
  if (actor.kind !== 'link') throw fail.unauthenticated();
  const link = await invitationRow(db, scopeId, actor.linkId);
  const person = link && (await personRow(db, scopeId, link.person_id));
  if (!link || !person || link.purpose !== actor.purpose) throw fail.notFound('link');
  if (person.ended_on !== null && person.ended_on < dayOf(at)) throw linkClosed('withdrawn');
  if (link.purpose === 'join' && person.login_id !== null) throw alreadyJoined();
  const state = linkState(link, at);
  if (state !== 'open') throw linkClosed(state);
  return { link, person };
}

export const alreadyJoined = () =>
  fail.conflict({ code: 'already-joined', message: 'You have joined already.', remedy: 'Sign in.' });

export const linkClosed = (state: keyof typeof WHY) =>
  fail.conflict({
    code: `link-${state}`,
    message: `This link ${WHY[state]}.`,
    remedy: 'Ask whoever gave it to you for a new one.',
  });
