// Leaves the authors of a post, and whoever asked about it, a notice inside Gatepost: what happened, never its words.
import type { Context } from '#kernel/context.ts';
import { notify } from '#features/people/index.ts';
import { authorRows } from './queries.ts';
import { questionRows } from './question-queries.ts';

const WORDS = {
  'posts.approved': 'A post of yours was approved.',
  'posts.sent-back': 'A post of yours was sent back: look what should change.',
  'posts.refused': 'A post of yours was refused: look why.',
  'posts.answered': 'Your question about a post was answered.',
  'posts.reopened':
    'A post of yours was stopped at the last minute, because something had changed since it was approved.',
  'posts.expired': 'A post of yours was not decided in time, so it was not sent.',
  'posts.closed': 'A post of yours is being taken down: its closing date has passed.',
} as const;

/** @param kind what happened; its words are the same for everybody */
export async function tellAuthors(context: Context, postId: string, kind: keyof typeof WORDS): Promise<void> {
  const { db, scopeId } = context;
  const [authors, questions] = await Promise.all([authorRows(db, scopeId, postId), questionRows(db, scopeId, postId)]);
  const people = [
    ...new Set([...authors.map((author) => author.person_id), ...questions.map((question) => question.asked_by)]),
  ];
  await notify(context, people, { kind, text: WORDS[kind], href: `/posts/${postId}` });
}
