// Which pictures somebody may see or use: those of their school that are not set aside.
import { allow, type Allowed } from '#kernel/access.ts';
import { fail } from '#kernel/errors.ts';

/** A picture that was set aside is told as one that is not there. */
export function usable<T extends { readonly quarantined: boolean }>(media: T | undefined): Allowed<T> {
  if (!media || media.quarantined) throw fail.notFound('picture');
  return allow(media);
}
