// The name a picture had on somebody's device, made fit to keep and show. It is never the name of a file of ours.

const LONGEST = 120;

/** Only the last part of a path, in one line, without characters that hide or turn round what follows. */
export function cleanOriginalName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const shown = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [...shown].slice(0, LONGEST).join('');
}
