// Who may send a draft on, record a meeting, adopt and withdraw; and who may look at what is on its way.
import { allow, holding, isPerson, type Allowed } from '#kernel/access.ts';
import type { Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import { readsDrafts } from '#features/drafting/index.ts';

export const adopts = holding('the headteacher or the chair of governors', 'headteacher', 'chair-of-governors');

/** Whoever keeps the minutes. What they record is signed by the chair before anything is adopted. */
export const keepsMinutes = holding(
  'the chair of governors, the headteacher, the business manager or an administrator',
  'chair-of-governors',
  'headteacher',
  'business-manager',
  'administrator',
);

interface Seen {
  readonly state: string;
}

/** What is adopted is everybody's to read; what is on its way is for those who write it, decide on it or sign it. */
export function visible<A extends Seen>(actor: Actor, adoption: A | undefined, asked: boolean): Allowed<A> {
  if (!adoption) throw fail.notFound('adoption');
  const may =
    adoption.state === 'adopted' ||
    actor.kind !== 'person' ||
    asked ||
    readsDrafts.allows(actor) ||
    adopts.allows(actor);
  if (!may) throw fail.notFound('adoption');
  return allow(adoption);
}

export function withdrawable<A extends { readonly sent_by: string }>(actor: Actor, adoption: A): Allowed<A> {
  if (adopts.allows(actor) || (isPerson(actor) && actor.personId === adoption.sent_by)) return allow(adoption);
  throw fail.forbidden({
    code: 'not-yours-to-withdraw',
    message: 'Only whoever sent it, the headteacher or the chair of governors may withdraw it.',
    remedy: 'Ask one of them.',
  });
}
