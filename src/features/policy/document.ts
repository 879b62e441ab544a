// What a policy is as data: numbered clauses, typed settings and the choices made where it was silent or torn.
import type { Clause, Definition, LinkedPolicy, PolicyChoice } from './document-schema.ts';

export type { Clause, Definition, LinkedPolicy, PolicyChoice };

/** Where a value holds; at least one of the three is given. */
export interface Place {
  readonly account?: string | undefined;
  readonly platform?: string | undefined;
  readonly category?: string | undefined;
}
export interface GivenSetting {
  readonly is: unknown;
  readonly by: readonly string[];
  readonly overrides?: readonly (Place & { readonly is: unknown; readonly by: readonly string[] })[] | undefined;
}

export interface PolicyDocument {
  readonly id: string;
  readonly title: string;
  readonly school: string;
  readonly edition?: string | undefined;
  readonly derivedFrom?: string | undefined;
  readonly ethos?: string | undefined;
  readonly definitions?: readonly Definition[] | undefined;
  readonly linkedPolicies?: readonly LinkedPolicy[] | undefined;
  readonly clauses: readonly Clause[];
  readonly settings: Readonly<Record<string, GivenSetting | undefined>>;
  readonly choices?: readonly PolicyChoice[] | undefined;
}

/** Each version says when it was issued: its school's own edition, else the day from which it is in force. */
export const issuedOf = (edition: string | null | undefined, effectiveOn: string): string => edition ?? effectiveOn;
