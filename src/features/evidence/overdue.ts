// What the policy asks for and is overdue now, by the control that asks for it.
import type { Context } from '#kernel/context.ts';
import type { Overdue } from './shapes.ts';

export async function overdueNow(_context: Context): Promise<ReadonlyMap<string, Overdue>> {
  return new Map();
}
