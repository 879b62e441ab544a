// Where to go on to after signing in: only ever a path of our own, whatever an address says.

/** @param wanted the `next` of an address, which anybody could have written */
export function ownPath(wanted: string | null | undefined, otherwise: string): string {
  if (!wanted || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return otherwise;
  const here = 'http://own.invalid';
  if (!URL.canParse(wanted, here)) return otherwise;
  const url = new URL(wanted, here);
  return url.origin === here && !url.pathname.startsWith('//') ? url.pathname + url.search : otherwise;
}
