// Tells people something inside Gatepost. Never a pupil's name, draft text or picture.
import type { Context } from '#kernel/context.ts';
import { dayOf } from './days.ts';
import { insertNotices } from './link-queries.ts';
import { DECIDING } from './responsibilities.ts';
import { othersHolding } from './responsibility-queries.ts';

export interface Word {
  /** `feature.thing`, such as `people.link-made`. */
  readonly kind: string;
  readonly text: string;
  readonly href: string;
}

export async function notify(
  { db, scopeId, now, newId }: Context,
  personIds: readonly string[],
  { kind, text, href }: Word,
): Promise<void> {
  const notices = [...new Set(personIds)].map((personId) => ({ id: newId(), personId, kind, about: { text, href } }));
  await insertNotices(db, scopeId, notices, now);
}

/** Tells everybody whom a policy may name to decide, except the person it is about. */
export async function notifyDeciders(context: Context, about: string, word: Word): Promise<void> {
  const { db, scopeId, at } = context;
  const asked = { responsibilities: DECIDING, except: about, today: dayOf(at), signIn: true };
  await notify(context, await othersHolding(db, scopeId, asked), word);
}
