// What every step of sign-in works with, and how it tells what happened.
import type { Authenticators } from './authenticators.ts';
import type { Guesses, Ticket } from './guesses.ts';
import type { Logins } from './logins.ts';
import type { PasswordJudge } from './password-rules.ts';
import type { Passkeys } from './passkeys.ts';
import type { Places } from './places.ts';
import type { From, SignInEventKind, SignInOptions, Wrong } from './port.ts';
import type { RecoveryCodes } from './recovery-codes.ts';
import type { Sessions } from './sessions.ts';

export interface Parts {
  readonly guesses: Guesses;
  readonly judge: PasswordJudge;
  readonly logins: Logins;
  readonly apps: Authenticators;
  readonly passkeys: Passkeys;
  readonly codes: RecoveryCodes;
  readonly places: Places;
  readonly sessions: Sessions;
  readonly now: () => Temporal.Instant;
  readonly tell: (kind: SignInEventKind, loginId: string | null, from?: Partial<From>) => Promise<void>;
  readonly tellLater: (kind: SignInEventKind, loginId: string | null, from?: Partial<From>) => void;
  /** Does something that no answer waits for. @param failed says what did not work */
  readonly later: (work: Promise<void>, failed: string) => void;
  readonly idle: () => Promise<void>;
}

type Telling = Pick<Parts, 'tell' | 'tellLater' | 'later' | 'idle'>;

export function telling({ onEvent, clock, report }: SignInOptions): Telling {
  const pending = new Set<Promise<void>>();
  const tell: Parts['tell'] = (kind, loginId, from = {}) => onEvent({ kind, loginId, at: clock.now(), ...from });
  const later: Parts['later'] = (work, failed) => {
    const doing = work
      .catch((error: unknown) => report(`${failed}: ${String(error)}`))
      .finally(() => pending.delete(doing));
    pending.add(doing);
  };
  return {
    tell,
    later,
    tellLater: (kind, loginId, from) => later(tell(kind, loginId, from), `sign-in could not record "${kind}"`),
    idle: async () => void (await Promise.all(pending)),
  };
}

/**
 * A try that failed: told, and told again if it was the last one before a wait. The answer does not wait for that:
 * it takes longer when there is such a login, and so would give away that there is one.
 */
export function wrong(
  parts: Parts,
  kind: 'wrong-password' | 'wrong-factor',
  ticket: Ticket,
  loginId: string | null,
  ip: string,
): Wrong {
  parts.tellLater(kind, loginId, { ip });
  if (ticket.lockedUntil !== null) parts.tellLater('locked', loginId, { ip });
  return { kind: 'wrong' };
}
