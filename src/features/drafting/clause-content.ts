// What a clause may rest on: controls that Gatepost has, or has said that it will have.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { controlIdsOf } from './sendable.ts';

/** @throws naming what is no control */
export function knownControls(context: Context, ids: readonly string[]): string[] {
  const known = controlIdsOf(context);
  const wanted = [...new Set(ids)];
  const unknown = wanted.filter((id) => !known.has(id));
  if (unknown.length === 0) return wanted;
  throw fail.invalid({
    code: 'no-such-control',
    message: `There is no control ${unknown.join(', ')}.`,
    remedy: 'Choose from the list.',
    fields: [{ field: 'restsOn', message: `There is no control ${unknown.join(', ')}. Choose from the list.` }],
  });
}
