// Check words that are still being typed. Nothing is kept of them.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { contentFields, instantFrom } from '../content.ts';
import { decidersOf } from '../deciders.ts';
import { typedDraft } from '../draft-facts.ts';
import { judge } from '../judgement.ts';
import { authorRows, contestRows } from '../queries.ts';
import { checkOutput, personSchema, saidOf } from '../view-schema.ts';
import { zoneOf } from '../zone.ts';

export const checkDraft = defineAction({
  name: 'posts.check',
  kind: 'read',
  summary: 'Check words that are still being typed.',
  route: 'POST /posts/check',
  scope: 'school',
  who: anySignedIn,
  perMinute: 120,
  input: z.object({ postId: z.uuid().optional(), ...contentFields }),
  output: checkOutput.extend({ deciders: z.array(personSchema).describe('Who would decide it, were it sent now') }),
  controls: ['checks.every-draft'],
}).handle(async (context, { postId, ...content }) => {
  const { db, scopeId, personId } = context;
  const wantedAt = content.wantedAt === null ? null : instantFrom(content.wantedAt, await zoneOf(db, scopeId));
  const [contests, authors] =
    postId === undefined
      ? [[], []]
      : await Promise.all([contestRows(db, scopeId, postId), authorRows(db, scopeId, postId)]);
  const draft = await typedDraft(context, content, wantedAt);
  const judgement = await judge(context, draft, contests);
  const { need, policy } = judgement;
  const writers = [personId, ...authors.map((author) => author.person_id)];
  const deciders = need.none ? [] : await decidersOf(context, { ...draft, authors: writers }, need.roles, policy);
  return { ...saidOf(judgement), deciders: deciders.map(({ personId: id, name }) => ({ id, name })) };
});
