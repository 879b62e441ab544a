// Words that several pages about posts share.
import type { Tone } from '#ui/state.ts';
import type { Post } from './post-page.ts';

export const TONE_OF_STATE: Readonly<Record<Post['state'], Tone>> = {
  draft: 'calm',
  asking: 'hold',
  waiting: 'hold',
  approved: 'done',
  publishing: 'hold',
  published: 'done',
  refused: 'stop',
  expired: 'stop',
  'taken-down': 'look',
  discarded: 'calm',
};

/** "today at 15:30" → "today at 15:30"; "Friday 27 November, 15:30" → "on Friday 27 November at 15:30". */
export const inSentence = (said: string): string => (said.includes(', ') ? `on ${said.replace(', ', ' at ')}` : said);
