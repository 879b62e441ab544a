// Check words that are still being typed. Nothing is kept of them.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { contentFields, instantFrom } from '../content.ts';
import { typedDraft } from '../draft-facts.ts';
import { judge } from '../judgement.ts';
import { contestRows } from '../queries.ts';
import { checkOutput, saidOf } from '../view-schema.ts';
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
  output: checkOutput,
  controls: ['checks.every-draft'],
}).handle(async (context, { postId, ...content }) => {
  const { db, scopeId } = context;
  const wantedAt = content.wantedAt === null ? null : instantFrom(content.wantedAt, await zoneOf(db, scopeId));
  const contests = postId === undefined ? [] : await contestRows(db, scopeId, postId);
  return saidOf(await judge(context, await typedDraft(context, content, wantedAt), contests));
});
