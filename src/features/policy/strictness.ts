// Whether one answer to a setting is at least as strict as another; a trust's lock and the comparison of policies use it.
import type { Setting } from './setting.ts';

/** True when `a` allows nothing that `b` forbids. Where nothing is stricter, only the same answer will do. */
export function atLeastAsStrict<T>(setting: Setting<T>, a: T, b: T): boolean {
  if (same(a, b)) return true;
  switch (setting.order) {
    case 'none':
      return false;
    case 'ranked':
      return rankOf(setting, a) >= rankOf(setting, b);
    case 'up':
      return strengthOf(a, 'up') >= strengthOf(b, 'up');
    case 'down':
      return strengthOf(a, 'down') >= strengthOf(b, 'down');
    case 'subset':
      return b === 'any' || (a !== 'any' && within(a, b));
    case 'superset':
      return within(b, a);
  }
}

export const isStricter = <T>(setting: Setting<T>, a: T, b: T): boolean =>
  atLeastAsStrict(setting, a, b) && !atLeastAsStrict(setting, b, a);

/** The same answer, whatever the order of keys; a list is the same only in the same order. */
export const same = (a: unknown, b: unknown): boolean => written(a) === written(b);

function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  );
}

function rankOf<T>(setting: Setting<T>, value: T): number {
  return (setting.ranks ?? []).findIndex((rank) => same(rank, value));
}

/** Yes counts as 1, no as 0; "not fixed" (null) is the loosest either way. */
function strengthOf(value: unknown, order: 'up' | 'down'): number {
  if (value === null) return -Infinity;
  const number = Number(value);
  return order === 'up' ? number : -number;
}

function within(inner: unknown, outer: unknown): boolean {
  const names = (value: unknown) => (Array.isArray(value) ? value.map(nameOf) : []);
  const held = new Set(names(outer));
  return names(inner).every((name) => held.has(name));
}

/** An entry that carries an id of its own (a kind of post, say) is known by it. */
function nameOf(entry: unknown): string {
  return entry !== null && typeof entry === 'object' && 'id' in entry ? String(entry.id) : written(entry);
}
