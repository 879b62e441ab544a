// Thin glue of pages: failures become SvelteKit's answers, and nothing a person typed is lost.
import { error, fail, isHttpError, isRedirect, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { fieldsOf } from './form-fields.ts';
import { internalProblem, problemOf, type Problem } from './problem.ts';

type Event = Pick<RequestEvent, 'url' | 'locals'>;

/** For `load`: a missing thing is a 404, a missing sign-in goes to the sign-in page and comes back. */
export async function shown<T>(event: Event, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (!problem) throw thrown;
    if (problem.kind === 'unauthenticated') throw toSignIn(event);
    if (isWrongAddress(problem)) throw error(404, 'There is no such page.');
    throw error(problem.status, problem.message, { problem });
  }
}

/** Nobody types an id: where one cannot be right, the address is wrong. */
const isWrongAddress = ({ code, fields }: Problem): boolean =>
  code === 'invalid-input' && fields.length > 0 && fields.every(({ field }) => field.endsWith('Id'));

export const toSignIn = ({ url }: Pick<Event, 'url'>) =>
  redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);

export interface Kept {
  readonly problem: Problem;
  /** What was typed, so that the page can show it again. */
  readonly values: Record<string, unknown>;
}

/** For form actions: does the work with the form's fields; a failure comes back to the page with what was typed. */
export async function submitted<T>(
  event: Pick<RequestEvent, 'request' | 'url' | 'locals'>,
  work: (input: Record<string, unknown>, form: FormData) => Promise<T>,
): Promise<T | ActionFailure<Kept>> {
  const form = await event.request.formData();
  const values = fieldsOf(form);
  try {
    return await work(values, form);
  } catch (thrown) {
    if (isRedirect(thrown) || isHttpError(thrown)) throw thrown;
    const problem = problemOf(thrown);
    if (problem?.kind === 'unauthenticated') throw toSignIn(event);
    if (!problem)
      event.locals.gatepost.log.error('A form could not be answered.', { error: thrown, path: event.url.pathname });
    const said = problem ?? internalProblem();
    return fail(said.status, { problem: said, values });
  }
}
