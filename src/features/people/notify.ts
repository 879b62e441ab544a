// Tells people something inside Gatepost; they get it by mail with their digest, or at once. Never a pupil's name, draft text or picture.
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/schools/index.ts';
import { toldAtOnce } from './events.ts';
import { insertNotices } from './link-queries.ts';
import { DECIDING } from './responsibilities.ts';
import { othersHolding } from './responsibility-queries.ts';

export interface Word {
  /** `feature.thing`, such as `people.link-made`. */
  readonly kind: string;
  readonly text: string;
  readonly href: string;
  /** Tomorrow's digest would be too late: a mail goes out by itself. For what touches somebody's way in. */
  readonly atOnce?: true;
}

export async function notify(
  { db, scopeId, now, newId, emit }: Context,
  personIds: readonly string[],
  { kind, text, href, atOnce }: Word,
): Promise<void> {
  const notices = [...new Set(personIds)].map((personId) => ({ id: newId(), personId, kind, about: { text, href } }));
  await insertNotices(db, scopeId, notices, now);
  if (atOnce && notices.length > 0)
    emit(toldAtOnce, { notices: notices.map(({ id, personId }) => ({ noticeId: id, personId })) });
}

/** Tells everybody whom a policy may name to decide, except the person it is about. */
export async function notifyDeciders(context: Context, about: string, word: Word): Promise<void> {
  const { db, scopeId, at } = context;
  const asked = { responsibilities: DECIDING, except: about, today: dayOf(at), signIn: true };
  await notify(context, await othersHolding(db, scopeId, asked), word);
}
