// Something that must never be seen in a log, a page or an error: it prints as [secret] and is read only by reveal().
import { inspect } from 'node:util';

const SHOWN = '[secret]';

/** Holds a password, token or key. The value lies in a private field: spreading, cloning and `Object.entries` find nothing. */
export class Secret<T extends string | Uint8Array = string> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  static reveal<T extends string | Uint8Array>(secret: Secret<T>): T {
    return secret.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [Symbol.toPrimitive](): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}

export function secret<T extends string | Uint8Array>(value: T): Secret<T> {
  return new Secret(value);
}

/** The one way to the value. Search for this word to find every place that handles a secret in the clear. */
export function reveal<T extends string | Uint8Array>(secret: Secret<T>): T {
  return Secret.reveal(secret);
}
