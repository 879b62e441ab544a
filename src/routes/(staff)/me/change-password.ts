// A new password in place of the one there is, with the field that is wrong where it is not taken.
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { fromOf, lockedUntil, wrong, type Answered } from '../../answering.ts';

type Session = NonNullable<App.Locals['me']['session']>;

/**
 * @param input the fields `password` and `newPassword`
 * @returns null once it is changed, and this browser has its new cookies
 */
export async function changePassword(
  event: RequestEvent,
  session: Session,
  input: Record<string, unknown>,
): Promise<ActionFailure<Answered> | null> {
  const { locals, cookies } = event;
  const [current, next] = [String(input['password'] ?? ''), String(input['newPassword'] ?? '')];
  if (current === '') return wrong('password', 'Type the password you have now.');
  if (next === '') return wrong('newPassword', 'Choose a new password.');
  const words = [locals.actor.kind === 'person' ? locals.actor.name : '', session.email];
  const { ip } = fromOf(event);
  const answer = await locals.gatepost.signIn.changePassword({ session, current, next, words, ip });
  switch (answer.kind) {
    case 'changed':
      giveCookies(cookies, answer.cookies);
      return null;
    case 'weak':
      return wrong('newPassword', `${answer.problem.message} ${answer.problem.remedy}`);
    case 'locked':
      return wrong('password', lockedUntil(event, answer.until));
    case 'wrong':
      return wrong('password', 'That is not your password.');
    case 'ended':
      return wrong('password', 'Your session has ended. Sign in again.');
  }
}
