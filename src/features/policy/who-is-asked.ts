// Whom an answer names, where it names roles: who would be asked from then on, and who no longer.
import type { Db } from '#kernel/context.ts';
import { activeHolders } from '#features/people/index.ts';
import { capital } from './answer-in-words.ts';
import type { Answer } from './answer.ts';
import { roleLabels, type RoleName } from './role-names.ts';
import { shapeOf, type SettingShape } from './setting-shape.ts';
import type { Setting } from './setting.ts';

export interface AskedRole {
  readonly role: string;
  /** Who holds it today, by name. */
  readonly people: readonly string[];
}

export async function whoIsAsked(
  db: Db,
  schoolId: string,
  setting: Setting<unknown>,
  answers: { readonly before: Answer; readonly after: Answer },
  today: string,
): Promise<{ joining: AskedRole[]; leaving: AskedRole[] }> {
  if (!namesRoles(shapeOf(setting))) return { joining: [], leaving: [] };
  const before = rolesIn(answers.before);
  const after = rolesIn(answers.after);
  const joining = after.difference(before);
  const leaving = before.difference(after);
  const holders = await activeHolders(db, schoolId, [...joining, ...leaving], today);
  const told = (roles: ReadonlySet<RoleName>): AskedRole[] =>
    [...roles].map((role) => ({
      role: capital(roleLabels[role]),
      people: holders.filter(({ responsibility }) => responsibility === role).map(({ name }) => name),
    }));
  return { joining: told(joining), leaving: told(leaving) };
}

const isRole = (value: string): value is RoleName => Object.hasOwn(roleLabels, value);

function namesRoles(shape: SettingShape): boolean {
  if ('parts' in shape) return shape.parts.some((part) => namesRoles(part.shape));
  return 'options' in shape && shape.options.every(({ value }) => isRole(value));
}

function rolesIn(value: unknown): Set<RoleName> {
  if (typeof value === 'string') return new Set(isRole(value) ? [value] : []);
  if (value === null || typeof value !== 'object') return new Set();
  return new Set(Object.values(value).flatMap((part) => [...rolesIn(part)]));
}
