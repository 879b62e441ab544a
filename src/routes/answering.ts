// What all forms of the pages have in common: what was typed comes back, a password never does, and where an action
// wants to see once more who is asking, the form itself asks and then goes on.
import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { ClauseRef } from '#ui/clause-ref.ts';
import type { Problem } from '#surfaces/web/problem.ts';
import { submitted, type Kept } from '#surfaces/web/answer.ts';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { citing } from './clause-refs.ts';

type Event = Pick<RequestEvent, 'request' | 'url' | 'locals' | 'cookies' | 'getClientAddress'>;
type Input = Record<string, unknown>;

/** A problem, with its clauses as a page names them. */
export interface Answered extends Kept {
  readonly cited: readonly ClauseRef[];
}

export const ZONE = 'Europe/London';
const SECRET = /password|proof|^code$|^passkey$|^answer$/i;

/**
 * Does the work with the form's fields as whoever is signed in.
 * @param again what else the page needs to show the form once more, while it asks who is there
 */
export async function done<T, Again extends object = object>(
  event: Event,
  work: (input: Input, form: FormData) => Promise<T>,
  again?: (input: Input) => Promise<Again>,
): Promise<T | ActionFailure<Answered & Partial<Again>>> {
  const answer = await submitted(event, async (input, form) => (await proved(event, input)) ?? work(input, form));
  if (!isKept(answer)) return answer as T;
  const { status, data } = answer;
  const more = again && data.problem.code === 'fresh-factor-needed' ? await again(data.values) : ({} as Partial<Again>);
  return fail(status, { ...(await asShown(event, data)), ...more });
}

/** For what sign-in answers, which are no failures of an action. */
export const wrong = (field: string, message: string, values: Input = {}): ActionFailure<Answered> =>
  fail(422, { problem: problemAt(field, message), values: withoutSecrets(values), cited: [] });

/** Whom the browser says it is, for counting guesses. */
export const fromOf = ({ getClientAddress, request }: Pick<Event, 'getClientAddress' | 'request'>) => ({
  ip: getClientAddress(),
  userAgent: request.headers.get('user-agent')?.slice(0, 300) ?? '',
});

export const nowOf = ({ locals }: Pick<Event, 'locals'>): string => locals.gatepost.clock.now().toString();

export const lockedUntil = (event: Pick<Event, 'locals'>, until: { toString(): string }): string =>
  `There were too many wrong tries. You can try again ${sayMoment(until.toString(), ZONE, nowOf(event))}.`;

/**
 * The field `proof` of a form holds a code, or a password where there is no second factor; `passkey` holds what the
 * browser answered instead.
 */
async function proved(event: Event, input: Input): Promise<ActionFailure<Kept> | null> {
  const { proof, passkey } = input;
  const { session } = event.locals.me;
  if (!session || (typeof proof !== 'string' && typeof passkey !== 'string')) return null;
  if (typeof passkey === 'string' && passkey !== '') {
    const why = await confirmedByPasskey(event, passkey);
    return why === null ? null : askAgain(why, input);
  }
  const typed = typeof proof === 'string' ? proof : '';
  // Whoever came by a provider and has shown it there again, in another tab, leaves this empty.
  if (typed.trim() === '' && session.byProvider && !session.hasSecondFactor && isFresh(event, 10)) return null;
  if (typed.trim() === '') return askAgain(session.hasSecondFactor ? 'Type the code.' : 'Type your password.', input);
  const why = await confirmed(event, typed);
  return why === null ? null : askAgain(why, input);
}

const askAgain = (message: string, input: Input): ActionFailure<Kept> =>
  fail(422, { problem: { ...problemAt('proof', message), code: 'fresh-factor-needed' }, values: input });

/** Whether somebody has shown lately enough that it is them; for what is no action, and so is not guarded as one. */
export function isFresh({ locals }: Pick<Event, 'locals'>, minutes: number): boolean {
  const shownAt = locals.actor.kind === 'person' ? locals.actor.factorAt : null;
  const limit = locals.gatepost.clock.now().subtract({ minutes });
  return shownAt !== null && shownAt.epochMilliseconds >= limit.epochMilliseconds;
}

/** The form once more, asking who is there. */
export const notFresh = (values: Input = {}): ActionFailure<Answered> =>
  fail(403, {
    problem: { ...problemAt('proof', 'Show once more that it is you.'), status: 403, code: 'fresh-factor-needed' },
    values: withoutSecrets(values),
    cited: [],
  });

/** What the browser is to be asked for, so that somebody can show by a passkey that it is them; null for whoever has none. */
export async function passkeyAgain({ gatepost, me }: App.Locals): Promise<string | null> {
  if (!me.session || me.session.passkeys.length === 0 || !gatepost.signIn.passkeysWork) return null;
  return JSON.stringify(await gatepost.signIn.askAgain(me.session, me.session.passkeys));
}

/** Shows the second factor, or the password, once more. @returns what is wrong; null when it was right */
export async function confirmed(event: Event, proof: string): Promise<string | null> {
  const { locals } = event;
  const { session } = locals.me;
  if (!session || locals.actor.kind !== 'person') return ENDED;
  const { ip } = fromOf(event);
  const { signIn } = locals.gatepost;
  const answer = session.hasSecondFactor
    ? await signIn.confirmFactor({ session, code: proof, ip })
    : await signIn.confirmPassword({ session, password: proof, ip });
  return shownOr(
    event,
    answer,
    session.hasSecondFactor
      ? 'That code is not right. Wait for the next one and type that; a recovery code works once.'
      : 'That is not your password.',
  );
}

/** The same with a passkey. @param answer what the browser gave */
export async function confirmedByPasskey(event: Event, answer: string): Promise<string | null> {
  const { session } = event.locals.me;
  if (!session) return ENDED;
  const { ip } = fromOf(event);
  return shownOr(
    event,
    await event.locals.gatepost.signIn.confirmPasskey({ session, answer, ip }),
    'That passkey is not one of yours.',
  );
}

const ENDED = 'Your session has ended. Sign in again.';

type Shown = Awaited<ReturnType<App.Locals['gatepost']['signIn']['confirmPasskey']>>;

/** @param wrongWords what to say when it was wrong */
function shownOr(event: Event, answer: Shown, wrongWords: string): string | null {
  const { locals } = event;
  switch (answer.kind) {
    case 'locked':
      return lockedUntil(event, answer.until);
    case 'wrong':
      return wrongWords;
    case 'expired':
      return 'That took too long. Try once more.';
    case 'ended':
      return ENDED;
    case 'shown':
      giveCookies(event.cookies, answer.cookies);
      if (locals.actor.kind !== 'person') return ENDED;
      locals.actor = { ...locals.actor, factorAt: locals.gatepost.clock.now() };
      locals.api = locals.gatepost.as(locals.actor);
      return null;
  }
}

async function asShown({ locals }: Event, { problem, values }: Kept): Promise<Answered> {
  const kept = withoutSecrets(values);
  if (problem.clauses.length === 0) return { problem, values: kept, cited: [] };
  const { clauses } = await locals.api.policy.clauseNames({});
  return { problem, values: kept, cited: citing(clauses)(problem.clauses) };
}

const isKept = (answer: unknown): answer is ActionFailure<Kept> =>
  typeof answer === 'object' && answer !== null && 'status' in answer && 'data' in answer && isProblem(answer.data);
const isProblem = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'problem' in data && !('cited' in data);

const withoutSecrets = (values: Input): Input =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.test(name)));

const problemAt = (field: string, message: string): Problem => ({
  kind: 'invalid',
  status: 422,
  code: 'invalid-input',
  message,
  remedy: '',
  clauses: [],
  fields: [{ field, message }],
});
