// The life of a post as a pure machine: which state follows which, and by what.

export const POST_STATES = [
  'draft', // being written, or sent back
  'asking', // the author is unsure and has asked
  'waiting', // for somebody to decide
  'approved', // and not yet time
  'publishing', // begun; some of it may be out
  'published',
  'refused', // by whoever decided, or by every place it was meant for
  'expired', // nobody decided in time; it is never sent late
  'taken-down',
  'discarded',
] as const;
export type PostState = (typeof POST_STATES)[number];

export type Happening =
  | 'save'
  | 'ask'
  | 'answer'
  | 'send'
  | 'approve'
  | 'go-ahead' // no reader is needed
  | 'send-back'
  | 'refuse'
  | 'reopen' // edited, unscheduled, taken back or found wanting at the last minute
  | 'expire'
  | 'begin'
  | 'settle'
  | 'give-up' // no copy of it has gone out or will
  | 'take-down'
  | 'discard';

const NEXT: Readonly<Record<PostState, Partial<Record<Happening, PostState>>>> = {
  draft: { save: 'draft', ask: 'asking', send: 'waiting', 'go-ahead': 'approved', discard: 'discarded' },
  asking: { answer: 'draft', refuse: 'refused', discard: 'discarded' },
  waiting: {
    approve: 'approved',
    'send-back': 'draft',
    refuse: 'refused',
    reopen: 'draft',
    expire: 'expired',
    save: 'draft',
  },
  approved: { reopen: 'draft', save: 'draft', begin: 'publishing', expire: 'expired' },
  publishing: { begin: 'publishing', settle: 'published', 'give-up': 'refused', 'take-down': 'taken-down' },
  published: { 'take-down': 'taken-down' },
  refused: {},
  expired: { save: 'draft', discard: 'discarded' },
  'taken-down': {},
  discarded: {},
};

/** @returns the state that follows, or null when this cannot happen now */
export const after = (state: PostState, happening: Happening): PostState | null => NEXT[state][happening] ?? null;

/** May the words still change? Once sending has begun they may not. */
export const isOpen = (state: PostState): boolean => after(state, 'save') !== null;

/** The state in words, as a page says it. */
export const STATE_WORDS: Readonly<Record<PostState, string>> = {
  draft: 'Draft',
  asking: 'Asked about',
  waiting: 'Waiting to be decided',
  approved: 'Approved',
  publishing: 'Going out',
  published: 'Published',
  refused: 'Refused',
  expired: 'Not decided in time',
  'taken-down': 'Taken down',
  discarded: 'Discarded',
};
