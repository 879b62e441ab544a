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

type Standing = Pick<Post, 'state'> & { readonly deliveries: readonly { readonly state: string }[] };

/** What a post's state means for somebody who opens it. */
export function howItStands({ state, deliveries }: Standing): string {
  const refused = deliveries.some((one) => one.state === 'refused');
  switch (state) {
    case 'draft':
      return 'Nobody has been asked to decide on it as it stands.';
    case 'asking':
      return 'It waits until the question is answered.';
    case 'waiting':
      return 'It goes out as soon as it is approved.';
    case 'approved':
      return 'It goes out within a minute.';
    case 'publishing':
      return refused ? 'One place said no: somebody has to see to it.' : 'Some of it is still on its way.';
    case 'published':
      return refused ? 'It is out, but not everywhere it was meant for.' : 'It is out, everywhere it was meant for.';
    case 'refused':
      return 'It ended here. Begin a new post to try again.';
    case 'expired':
      return 'Nobody decided in time, so it did not go out late.';
    case 'taken-down':
      return 'Nothing of it is meant to be on show any more.';
    case 'discarded':
      return 'It stays on record and cannot go out.';
  }
}
