// A setting: one question a policy answers, with a typed answer, Gatepost's own default and what counts as stricter.
import { z } from 'zod';
import type { SettingOf } from '#kernel/policy.ts';
import { roleLabels, type RoleName } from './role-names.ts';

/**
 * How two answers compare.
 * ranked: later in `ranks` is stricter · up: more (or yes) is stricter · down: less (or no) is stricter ·
 * subset: allowing fewer is stricter · superset: asking for more is stricter · none: neither is stricter.
 */
export type Strictness = 'ranked' | 'up' | 'down' | 'subset' | 'superset' | 'none';

export interface Setting<T> extends SettingOf<T> {
  /** Asked in plain English, as set-up asks it. */
  readonly question: string;
  /** The answer where a policy is silent; the starter policy gives the same. */
  readonly default: T;
  readonly order: Strictness;
  /** Loosest first; only where the order is `ranked`. */
  readonly ranks?: readonly T[];
  /** A whole sentence for each possible answer, keyed by the answer (or by one entry of a list). */
  readonly answers?: Readonly<Record<string, string>>;
}

type Sentences<K extends string> = Readonly<Record<K, string>>;
const keysOf = <K extends string>(answers: Sentences<K>): [K, ...K[]] => Object.keys(answers) as [K, ...K[]];

export const defineSetting = <T>(setting: Setting<T>): Setting<T> => setting;

/** One of a closed list, written loosest first when ranked. */
export function choice<K extends string>(s: {
  id: string;
  question: string;
  answers: Sentences<K>;
  default: NoInfer<K>;
  order: 'ranked' | 'none';
}): Setting<K> {
  const keys = keysOf(s.answers);
  return { ...s, schema: z.enum(keys) as unknown as z.ZodType<K>, ...(s.order === 'ranked' ? { ranks: keys } : {}) };
}

/** Yes or no; `stricter` says which of them is the stricter answer. */
export function yesNo(s: {
  id: string;
  question: string;
  yes: string;
  no: string;
  default: boolean;
  stricter: 'yes' | 'no' | 'neither';
}): Setting<boolean> {
  const order = s.stricter === 'yes' ? 'up' : s.stricter === 'no' ? 'down' : 'none';
  const { id, question } = s;
  return { id, question, schema: z.boolean(), default: s.default, order, answers: { true: s.yes, false: s.no } };
}

/** A whole number within bounds, or null for "not fixed", which is always the loosest. */
export function amount(s: {
  id: string;
  question: string;
  from: number;
  to: number;
  default: number | null;
  order: 'up' | 'down';
}): Setting<number | null> {
  const { from, to, ...rest } = s;
  return { ...rest, schema: z.int().min(from).max(to).nullable() };
}

/** Several of a closed list, each at most once. */
export function several<K extends string>(s: {
  id: string;
  question: string;
  answers: Sentences<K>;
  default: readonly NoInfer<K>[];
  order: 'subset' | 'superset' | 'none';
}): Setting<readonly K[]> {
  return { ...s, schema: eachOnce(z.enum(keysOf(s.answers)) as unknown as z.ZodType<K>) };
}

/** A list of words of the school's own. */
export function words(s: {
  id: string;
  question: string;
  default: readonly string[];
  order: 'subset' | 'superset' | 'none';
}): Setting<readonly string[]> {
  return { ...s, schema: eachOnce(z.string().trim().min(1).max(200)) };
}

/** One role. */
export function role(s: { id: string; question: string; default: RoleName }): Setting<RoleName> {
  return { ...s, schema: z.enum(keysOf(roleLabels)), order: 'none', answers: roleLabels };
}

/** Several roles; where the order of asking matters, the first is asked first. */
export function roles(s: {
  id: string;
  question: string;
  default: readonly RoleName[];
  order: 'superset' | 'none';
}): Setting<readonly RoleName[]> {
  return { ...s, schema: eachOnce(z.enum(keysOf(roleLabels))), answers: roleLabels };
}

export function eachOnce<T>(item: z.ZodType<T>): z.ZodType<readonly T[]> {
  return z.array(item).refine((list) => new Set(list.map((entry) => JSON.stringify(entry))).size === list.length, {
    message: 'The same entry stands twice in this list.',
  });
}
