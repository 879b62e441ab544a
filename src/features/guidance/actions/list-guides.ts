// The library of guides: every one, with the reasons for each tip.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { guides } from '../guides/index.ts';
import { guideShape, guideView } from '../view.ts';

export const listGuides = defineAction({
  name: 'guidance.listGuides',
  kind: 'read',
  summary: 'List the guides, with the reasons for each tip.',
  route: 'GET /guides',
  scope: 'school',
  who: anySignedIn,
  token: 'policy:read',
  input: z.object({
    beside: z
      .string()
      .trim()
      .max(60)
      .default('')
      .describe('Only those shown beside what this control does, such as posts.prompts'),
  }),
  output: z.object({ guides: z.array(guideShape) }),
  controls: ['training.guidance', 'posts.prompts'],
}).handle(async (context, { beside }) => {
  const policy = await context.policy();
  return {
    guides: guides
      .filter(({ controls }) => beside === '' || controls.includes(beside))
      .map((guide) => guideView(guide, policy)),
  };
});
