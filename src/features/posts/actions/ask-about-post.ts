// "I am unsure": the draft waits until the person whom the policy names has answered.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { settings } from '#features/policy/index.ts';
import { mayEdit, mayHappen } from '../access.ts';
import { answerersOf } from '../deciders.ts';
import { savedDraft } from '../draft-facts.ts';
import { lockedPost } from '../standing.ts';
import { personSchema } from '../view-schema.ts';
import { insertQuestion } from '../question-queries.ts';
import { setPostState } from '../write-queries.ts';

export const askAboutPost = defineAction({
  name: 'posts.ask',
  kind: 'write',
  summary: 'Say that I am unsure: the person whom the policy names reads it first.',
  route: 'POST /posts/{postId}/ask',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  input: z.object({ postId: z.uuid(), words: z.string().trim().min(1, 'Say what troubles you.').max(2000) }),
  output: z.object({ askedOf: personSchema }),
  errors: ['nobody-to-ask'],
  controls: ['posts.unsure'],
  about: ({ postId }, { askedOf }) => ({ post: postId, askedOf: askedOf.id }),
}).handle(async (context, { postId, words }) => {
  const { db, scopeId, personId, now, newId } = context;
  const policy = await context.policy();
  const locked = await lockedPost(context, postId);
  const post = mayEdit(context.actor, locked, policy.clausesOf('accounts.authorisation'));
  const { next } = mayHappen(post, 'ask');
  const goesTo = policy.ruling(settings.approval.unsureGoesTo);
  const draft = await savedDraft(context, locked);
  const [first] = await answerersOf(context, draft, [personId], policy);
  const clauses = [...new Set([...goesTo.clauses, ...policy.clausesOf('posts.unsure')])];
  if (!first) {
    throw fail.refused({
      code: 'nobody-to-ask',
      message: 'There is nobody in Gatepost whom the policy names for this.',
      remedy:
        'Do not post it. Ask the headteacher in person, and tell your administrator that the responsibility is not filled.',
      clauses,
    });
  }
  await insertQuestion(db, {
    schoolId: scopeId,
    id: newId(),
    postId,
    askedBy: personId,
    askedOf: first.personId,
    words,
    at: now,
  });
  await setPostState(db, scopeId, postId, next, now);
  context.remark({ clauses, detail: { words }, people: [personId, first.personId] });
  return { askedOf: { id: first.personId, name: first.name } };
});
