// Whether somebody may call an action and get what it is for, so that a page offers only what will be done.
import type { Actor } from '#kernel/actor.ts';
import type { Registry } from '#kernel/registry.ts';

/** @throws for a name that no action has: a mistake of ours */
export function may(registry: Registry, actor: Actor, name: string): boolean {
  const action = registry.actions.get(name);
  if (!action) throw new Error(`There is no action ${name}.`);
  const { who } = action;
  return who.allows(actor) && (who.invites?.(actor) ?? true);
}
