// What a departure’s state is called, and how it looks.
import type { Tone } from '#ui/state.ts';

export const STATE_WORDS = {
  waiting: { label: 'Waits for the decision', tone: 'hold' },
  accepted: { label: 'Accepted', tone: 'done' },
  questioned: { label: 'Something is asked back', tone: 'look' },
  referred: { label: 'Referred', tone: 'look' },
  declined: { label: 'Declined', tone: 'stop' },
  withdrawn: { label: 'Taken back', tone: 'calm' },
  ended: { label: 'Leave has ended', tone: 'calm' },
} as const satisfies Record<string, { readonly label: string; readonly tone: Tone }>;
