// Leaves the authors of a post a notice inside Gatepost: what happened, never its words.
import type { Context } from '#kernel/context.ts';
import { notify } from '#features/people/index.ts';
import { authorRows } from './queries.ts';

const WORDS = {
  'posts.reopened': 'A post of yours was stopped at the last minute, because something had changed since it was approved.',
  'posts.expired': 'A post of yours was not decided in time, so it was not sent.',
  'posts.closed': 'A post of yours is being taken down: its closing date has passed.',
} as const;

export async function tellAuthors(context: Context, postId: string, kind: keyof typeof WORDS): Promise<void> {
  const authors = await authorRows(context.db, context.scopeId, postId);
  const people = authors.map((author) => author.person_id);
  await notify(context, people, { kind, text: WORDS[kind], href: `/posts/${postId}` });
}
