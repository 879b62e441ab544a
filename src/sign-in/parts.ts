// What every step of sign-in works with, and how it tells what happened.
import type { Authenticators } from './authenticators.ts';
import type { Guesses, Ticket } from './guesses.ts';
import type { Logins } from './logins.ts';
import type { PasswordJudge } from './password-rules.ts';
import type { SignInEventKind, SignInOptions, Wrong } from './port.ts';
import type { Sessions } from './sessions.ts';

export interface Parts {
  readonly guesses: Guesses;
  readonly judge: PasswordJudge;
  readonly logins: Logins;
  readonly apps: Authenticators;
  readonly sessions: Sessions;
  readonly now: () => Temporal.Instant;
  readonly tell: (kind: SignInEventKind, loginId: string | null, ip?: string) => Promise<void>;
  readonly tellLater: (kind: SignInEventKind, loginId: string | null, ip?: string) => void;
  readonly idle: () => Promise<void>;
}

type Telling = Pick<Parts, 'tell' | 'tellLater' | 'idle'>;

export function telling({ onEvent, clock, report }: SignInOptions): Telling {
  const pending = new Set<Promise<void>>();
  const tell: Parts['tell'] = (kind, loginId, ip) =>
    onEvent({ kind, loginId, at: clock.now(), ...(ip === undefined ? {} : { ip }) });
  return {
    tell,
    tellLater(kind, loginId, ip) {
      const telling = tell(kind, loginId, ip)
        .catch((error: unknown) => report(`sign-in could not record "${kind}": ${String(error)}`))
        .finally(() => pending.delete(telling));
      pending.add(telling);
    },
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
  parts.tellLater(kind, loginId, ip);
  if (ticket.lockedUntil !== null) parts.tellLater('locked', loginId, ip);
  return { kind: 'wrong' };
}
