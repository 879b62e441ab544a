// Takes the next message that is due, if the server may be given one now, and gathers what its letter says.
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import { isAfter, isBefore } from '#kernel/instants.ts';
import { isFirstSchool, schoolRow } from '#features/schools/index.ts';
import { recipientRow } from './recipient-queries.ts';
import { markTried, settleMessage, takeNext } from './queries.ts';
import { sayFacts } from './say-facts.ts';
import { serverInUse, turnsLeft, type ServerRow } from './server-queries.ts';
import { afterUnsure, LEFT_BEHIND_MINUTES } from './settle.ts';
import { templateNamed } from './templates.ts';

export const turnSchema = z.object({
  id: z.uuid(),
  attempt: z.number(),
  template: z.string(),
  said: z.record(z.string(), z.unknown()),
  link: z.object({ path: z.string(), box: z.string(), place: z.string() }).nullable(),
  school: z.string(),
  to: z.string(),
  messageId: z.string(),
  date: z.string(),
  from: z.object({ name: z.string(), address: z.string() }),
  replyTo: z.string(),
  server: z.object({
    host: z.string(),
    port: z.number(),
    encryption: z.enum(['tls', 'starttls', 'none']),
    username: z.string(),
    passwordBox: z.string().nullable(),
    passwordPlace: z.string(),
    authority: z.string(),
    mayBePrivate: z.boolean(),
  }),
});
export type Turn = z.input<typeof turnSchema>;

/** `again`: when the server may be given more, if some is waiting. */
interface Taken {
  readonly turn: Turn | null;
  readonly again: string | null;
}
const NOTHING: Taken = { turn: null, again: null };

export async function takeTurn(context: Context): Promise<Taken> {
  const { db, scopeId, at, now } = context;
  const server = await serverInUse(db);
  if (!server) return NOTHING;
  if (server.try_again_at !== null && isAfter(server.try_again_at, now))
    return { turn: null, again: server.try_again_at };
  const { turns, again_at } = await turnsLeft(db, now);
  if (turns === 0) return { turn: null, again: again_at };
  const leftBehind = at.subtract({ minutes: LEFT_BEHIND_MINUTES }).toString();
  for (;;) {
    const message = await takeNext(db, scopeId, now, leftBehind);
    if (!message) return NOTHING;
    const turn = await turnOf(context, server, message);
    if (turn) return { turn, again: null };
  }
}

/** @returns null when it is not to be sent after all; it is settled then */
async function turnOf(
  context: Context,
  server: ServerRow,
  message: NonNullable<Awaited<ReturnType<typeof takeNext>>>,
): Promise<Turn | null> {
  const { db, scopeId, at, now } = context;
  const { id } = message;
  const template = templateNamed(message.template);
  const giveUp = async (problem: string, answer = ''): Promise<null> => {
    await settleMessage(db, scopeId, id, { state: 'given-up', problem, answer }, now);
    return null;
  };
  const leftBehind = message.state === 'sending';
  if (leftBehind) {
    const tried = { attempts: message.attempts, giveUpAt: message.give_up_at, unsure: message.unsure };
    const next = afterUnsure(message.answer, tried, template, at);
    if (next.kind === 'settled') return giveUp(next.settled.problem, message.answer);
  }
  if (isBefore(message.give_up_at, now)) return giveUp(message.problem || 'out-of-date', message.answer);
  const to = message.person_id === null ? message.address : await recipientRow(db, scopeId, message.person_id, now);
  if (to === null || to === '') return giveUp('no-address');
  const facts = await sayFacts(
    context,
    template.facts,
    message.facts as Readonly<Record<string, unknown>>,
    message.person_id,
  );
  if (facts === null) return giveUp('out-of-date');
  const messageId = message.message_id || `<${id}@${server.from_address.split('@')[1]}>`;
  await markTried(
    db,
    scopeId,
    id,
    { address: to, messageId, serverId: server.school_id, unsure: message.unsure || leftBehind },
    now,
  );
  const school = await schoolRow(db, scopeId);
  const isOwn = server.school_id === scopeId;
  return {
    id,
    attempt: message.attempts + 1,
    template: template.name,
    said: facts.said,
    link:
      facts.linkPath === null || message.link_box === null
        ? null
        : { path: facts.linkPath, box: message.link_box.toString('base64'), place: `mail-message/${id}` },
    school: school?.name ?? '',
    to,
    messageId,
    date: message.asked_at,
    // By a shared server each school sends under its own name; answers to it are not for the school that shares.
    from: { name: isOwn ? server.from_name : (school?.short_name ?? ''), address: server.from_address },
    replyTo: isOwn ? server.reply_to : '',
    server: {
      host: server.host,
      port: server.port,
      encryption: server.encryption as Turn['server']['encryption'],
      username: server.username,
      passwordBox: server.password_box?.toString('base64') ?? null,
      passwordPlace: `mail-server/${server.school_id}`,
      authority: server.authority,
      mayBePrivate: await isFirstSchool(db, server.school_id),
    },
  };
}
