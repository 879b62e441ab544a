// How often somebody tried what was not theirs to do: the ledger has it of actions; a page that was only opened is none.
import { capital, sayCount } from '#surfaces/web/say-count.ts';

export function sayTried(times: number): string {
  if (times === 0) return 'Nobody tried to do what was not theirs to do.';
  const often = times === 1 ? 'Once somebody was' : `${capital(sayCount(times))} times somebody was`;
  return `${often} refused something that was not theirs to do, or that asked them to show once more who they are; pages that were only opened are not counted.`;
}
