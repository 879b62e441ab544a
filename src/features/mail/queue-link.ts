// Makes a personal link and asks for the mail that carries it, to its holder's own address and to nobody else.
import type { Context } from '#kernel/context.ts';
import { makeLink, type LinkOptions, type MadeLink } from '#features/people/index.ts';
import { mustBeQueued, queueMail } from './queue.ts';

export async function queueLink(
  context: Context,
  personId: string,
  purpose: 'join' | 'recover',
  options: Omit<LinkOptions, 'byMail'> = {},
): Promise<MadeLink> {
  const link = await makeLink(context, personId, purpose, { ...options, byMail: true });
  const template = purpose === 'join' ? 'invitation' : options.selfAsked ? 'recovery-asked' : 'recovery';
  const asked = await queueMail(context, {
    to: { personId },
    template,
    facts: { link: link.invitationId },
    key: `link:${link.invitationId}`,
    token: link.token,
  });
  mustBeQueued(asked);
  return link;
}
