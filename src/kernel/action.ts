// An action: one thing that somebody can do, described once. Pages, REST, the command line and the reference are computed from it.
import type { z } from 'zod';
import type { Who } from './access.ts';
import type { Json } from './canonical.ts';
import type { Context } from './context.ts';

export type ActionKind = 'read' | 'write';
/** Whose rows it works on. `public` actions may be called by visitors and see only what is published. */
export type Scope = 'school' | 'trust' | 'installation' | 'public';
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface ActionSpec<
  Name extends string = string,
  In extends z.ZodObject = z.ZodObject,
  Out extends z.ZodType = z.ZodType,
> {
  /** `feature.verb`, camel case: `posts.sendBack`. */
  readonly name: Name;
  readonly kind: ActionKind;
  /** One sentence that a head teacher would say. */
  readonly summary: string;
  /** Method and path below `/api`, parts in braces being fields of the input: `POST /posts/{postId}/submit`. */
  readonly route: `${HttpMethod} /${string}`;
  readonly scope: Scope;
  readonly who: Who;
  readonly input: In;
  readonly output: Out;
  /** Codes of the failures that a caller should expect beyond the general ones. */
  readonly errors?: readonly string[];
  /** Controls that it makes real. */
  readonly controls?: readonly string[];
  /** The scope that a personal access token needs, such as `posts:write`. Without one, no token may call it. */
  readonly token?: string;
  /** The person must have shown a factor in this session within this many minutes. */
  readonly freshFactorMinutes?: number;
  /** The answer waits until the ledger has sealed its entry. */
  readonly sealed?: boolean;
  /** The answer holds a secret that is shown once: it is never kept for an idempotency key. */
  readonly secretAnswer?: boolean;
  /** Most calls a minute by one person. */
  readonly perMinute?: number;
  /** Its input may be as long as a whole roll: up to 16 MB by REST. */
  readonly largeInput?: true;
  /** Reads leave a ledger entry only where this is true; writes always do. */
  readonly recorded?: boolean;
  /** Ids that the ledger entry names: no names, no words. */
  readonly about?: (input: z.output<In>, output: z.output<Out>) => Readonly<Record<string, Json>>;
}

export interface Action<
  Name extends string = string,
  In extends z.ZodObject = z.ZodObject,
  Out extends z.ZodType = z.ZodType,
> extends ActionSpec<Name, In, Out> {
  readonly handler: (context: Context, input: z.output<In>) => Promise<z.input<Out>>;
}

/** Any action, whatever its shapes; for lists. */
export interface AnyAction extends Omit<ActionSpec, 'about' | 'input' | 'output'> {
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  about?(input: unknown, output: unknown): Readonly<Record<string, Json>>;
  handler(context: Context, input: unknown): Promise<unknown>;
}

/**
 * Describes an action. Two steps, so that the handler's types come from the schemas without help.
 * @example defineAction({ name: 'posts.submit', … }).handle(async (context, input) => …)
 */
export function defineAction<const Name extends string, In extends z.ZodObject, Out extends z.ZodType>(
  spec: ActionSpec<Name, In, Out>,
): {
  handle(handler: (context: Context, input: z.output<In>) => Promise<z.input<Out>>): Action<Name, In, Out>;
} {
  return { handle: (handler) => ({ ...spec, handler }) };
}

/** The part of a name after the dot: `submit` of `posts.submit`. */
export type VerbOf<Name extends string> = Name extends `${string}.${infer Verb}` ? Verb : never;
export const nounOf = (name: string): string => name.slice(0, name.indexOf('.'));
export const verbOf = (name: string): string => name.slice(name.indexOf('.') + 1);

export type InputOf<A> = A extends { readonly input: infer In extends z.ZodType } ? z.input<In> : never;
export type OutputOf<A> = A extends { readonly output: infer Out extends z.ZodType } ? z.output<Out> : never;
