import { expect, test } from 'vitest';
import { historyOf } from './history.ts';
import type { Post } from './post-page.ts';
import { inSentence } from './post-words.ts';

const priya = { id: 'p', name: 'Priya Raman' };
const ngozi = { id: 'n', name: 'Ngozi Okafor' };
const post = {
  openedAt: '2026-11-20T09:00:00Z',
  openedBy: priya,
  questions: [
    {
      askedBy: priya,
      askedOf: ngozi,
      words: 'May I name her?',
      askedAt: '2026-11-20T09:01:00Z',
      answer: 'Yes.',
      answeredAt: '2026-11-20T09:05:00Z',
    },
  ],
  rounds: [
    { askedBy: priya, openedAt: '2026-11-20T09:20:00Z', state: 'sent-back', closedAt: '2026-11-20T09:30:00Z' },
    { askedBy: priya, openedAt: '2026-11-20T09:40:00Z', state: 'reopened', closedAt: '2026-11-20T09:50:00Z' },
    { askedBy: priya, openedAt: '2026-11-20T10:00:00Z', state: 'approved', closedAt: '2026-11-20T10:30:00Z' },
  ],
  votes: [
    { ...ngozi, answer: 'send-back', note: 'Which Monday?', at: '2026-11-20T09:30:00Z' },
    { ...ngozi, answer: 'approve', note: '', at: '2026-11-20T10:30:00Z' },
  ],
  deliveries: [
    {
      accountName: 'Noticeboard',
      settledAt: '2026-11-20T10:31:00Z',
      permalink: '/x',
      problem: '',
      removedAt: '2026-11-20T11:00:00Z',
      removalReason: 'Wrong day.',
    },
    {
      accountName: 'Facebook',
      settledAt: '2026-11-20T10:32:00Z',
      permalink: '',
      problem: 'It said no.',
      removedAt: null,
      removalReason: '',
    },
    { accountName: 'Bluesky', settledAt: null, permalink: '', problem: '', removedAt: null, removalReason: '' },
  ],
  emergency: { reviewDueOn: null, reviewedAt: null },
} as unknown as Post;

test('what happened is told in its order, with each reason', () => {
  expect(historyOf(post).map(({ says, quote }) => (quote ? `${says}: ${quote}` : says))).toEqual([
    'Priya Raman began it',
    'Priya Raman was unsure and asked Ngozi Okafor: May I name her?',
    'The question was answered: Yes.',
    'Priya Raman sent it for a decision',
    'Ngozi Okafor sent it back: Which Monday?',
    'Priya Raman sent it for a decision',
    'It changed, so what was decided no longer counts',
    'Priya Raman sent it for a decision',
    'Ngozi Okafor approved it',
    'It was published on Noticeboard',
    'It was not published on Facebook: It said no.',
    'It was taken down on Noticeboard: Wrong day.',
  ]);
});

test('a moment inside a sentence', () => {
  expect(inSentence('today at 15:30')).toBe('today at 15:30');
  expect(inSentence('Friday 27 November, 15:30')).toBe('on Friday 27 November at 15:30');
});
