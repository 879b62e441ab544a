// The posts I may see, the newest change first.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { overseesPosts } from '../access.ts';
import { refusalWords } from '../delivery.ts';
import { POST_STATES, STATE_WORDS, type PostState } from '../post.ts';
import { listedPosts } from '../list-queries.ts';

const PAGE = 50;
const LIVING = POST_STATES.filter((state) => state !== 'discarded');

export const listPosts = defineAction({
  name: 'posts.list',
  kind: 'read',
  summary: 'List the posts that I may see.',
  route: 'GET /posts',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'posts:read',
  input: z.object({
    states: z
      .array(z.enum(POST_STATES))
      .max(POST_STATES.length)
      .default([])
      .describe('Only posts in these states; none = all but discarded ones'),
    afterChange: z.string().max(40).optional().describe('The change of the last post of the page before'),
    afterId: z.uuid().optional().describe('The last post of the page before'),
  }),
  output: z.object({
    posts: z.array(
      z.object({
        id: z.string(),
        state: z.enum(POST_STATES),
        stateWords: z.string(),
        words: z.string(),
        category: z.string(),
        wantedAt: z.string().nullable(),
        changedAt: z.string(),
        outcome: z.string().nullable(),
        openedById: z.string(),
        openedBy: z.string(),
        accounts: z.array(z.string()).readonly(),
      }),
    ),
    more: z.boolean(),
  }),
  controls: ['posts.history'],
}).handle(async ({ db, scopeId, actor }, { states, afterChange, afterId }) => {
  const rows = await listedPosts(db, {
    schoolId: scopeId,
    personId: actor.kind === 'person' ? actor.personId : null,
    seesAll: actor.kind === 'operator' || overseesPosts(actor),
    states: states.length === 0 ? LIVING : states,
    after: afterChange !== undefined && afterId !== undefined ? { changedAt: afterChange, id: afterId } : null,
    limit: PAGE + 1,
  });
  const posts = rows.slice(0, PAGE).map(({ copies, wantedAt, changedAt, ...row }) => {
    const state = row.state as PostState;
    return {
      ...row,
      state,
      stateWords: refusalWords(copies) ?? STATE_WORDS[state],
      wantedAt: wantedAt === null ? null : inUtc(wantedAt),
      changedAt: inUtc(changedAt),
    };
  });
  return { posts, more: rows.length > PAGE };
});

/** PostgreSQL's JSON writes an instant with +00:00, everything else of ours with Z. */
const inUtc = (instant: string): string => instant.replace('+00:00', 'Z');
