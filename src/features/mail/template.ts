// A template: what one kind of mail says, how long it is worth sending, and what happens where nobody knows if it arrived.
import { saidSchema, type FactKinds, type Said } from './facts.ts';

/** A paragraph; a link with its words; or a list, each line leading somewhere. */
export type Block =
  | string
  | { readonly label: string; readonly link: string }
  | { readonly items: readonly { readonly text: string; readonly link: string }[] };

export interface Letter {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** What every letter knows besides its facts. */
export interface Frame {
  readonly school: string;
  /** The address of Gatepost, without a slash at its end. */
  readonly origin: string;
  /** The whole personal link that it carries; empty where it carries none. */
  readonly link: string;
}

export interface Template<Name extends string = string, Kinds extends FactKinds = FactKinds> {
  readonly name: Name;
  readonly facts: Kinds;
  /** Goes before what is not. */
  readonly urgent: boolean;
  /** After this many hours it is no longer worth sending. */
  readonly hours: number;
  /** A try whose answer was lost may have arrived: send it once more under the same Message-ID, or leave it. */
  readonly ifUnsure: 'send-again' | 'leave';
  /** One try only: whoever asked waits for what comes of it. */
  readonly once?: true;
  write(said: Said<Kinds>, frame: Frame): Letter;
}

export interface AnyTemplate extends Omit<Template, 'write'> {
  write(said: unknown, frame: Frame): Letter;
}

/** The writer gets exactly what its facts promise; anything else is a mistake of ours. */
export const defineTemplate = <const Name extends string, const Kinds extends FactKinds>(
  template: Template<Name, Kinds>,
): AnyTemplate & { readonly name: Name; readonly facts: Kinds } => ({
  ...template,
  write: (said, frame) => template.write(saidSchema(template.facts).parse(said) as Said<Kinds>, frame),
});

export const carriesLink = ({ facts }: { readonly facts: FactKinds }): boolean => Object.values(facts).includes('link');
