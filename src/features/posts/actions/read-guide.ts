// What the policy asks of a post before a word is written: its kinds, its statements, its signature, its two side doors.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { peopleByIds, personName } from '#features/people/index.ts';
import { settings } from '#features/policy/index.ts';
import { schoolRow } from '#features/schools/index.ts';
import { answerersOf, decidersOf, type NamedApprover } from '../deciders.ts';
import { signatureOf } from '../draft-facts.ts';
import { personSchema } from '../view-schema.ts';

const clauses = z.array(z.string()).readonly();
const asked = z.object({ value: z.boolean(), clauses });

export const readGuide = defineAction({
  name: 'posts.readGuide',
  kind: 'read',
  summary: 'Read what the policy asks of a post: kinds, statements, signature, and where to turn.',
  route: 'GET /post-guide',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:read',
  input: z.object({}),
  output: z.object({
    school: z.string(),
    zone: z.string(),
    kinds: z.object({
      value: z
        .array(z.object({ id: z.string(), label: z.string(), fields: z.array(z.string()).readonly() }))
        .readonly(),
      required: z.boolean(),
      clauses,
    }),
    objective: asked,
    signature: z.object({ text: z.string(), missing: z.boolean(), clauses }),
    disclaimer: z.object({ text: z.string(), clauses }).nullable().describe('For posts in one’s own professional name'),
    important: asked.describe('Does important news need another way besides?'),
    pupils: asked.describe('Does a post for pupils need an assessment?'),
    emergency: z.object({ people: z.number(), deciders: z.array(personSchema), clauses }).nullable(),
    unsure: z.object({ person: personSchema.nullable(), clauses }),
    linkedClauses: clauses,
  }),
  controls: ['posts.tone-guide', 'posts.categories', 'posts.linked-policies', 'posts.unsure', 'posts.emergency'],
}).handle(async (context) => {
  const { db, scopeId, personId } = context;
  const [policy, school, [me]] = await Promise.all([
    context.policy(),
    schoolRow(db, scopeId),
    peopleByIds(db, scopeId, [personId]),
  ]);
  if (!school || !me) throw fail.notFound('school');
  const mine = { authors: [personId], accounts: [] };
  const emergency = policy.ruling(settings.approval.emergency);
  const unsure = policy.ruling(settings.approval.unsureGoesTo);
  const [urgent, asksOf] = await Promise.all([
    decidersOf(context, mine, emergency.value.roles, policy),
    answerersOf(context, mine, [], policy),
  ]);
  const kinds = policy.ruling(settings.content.categories);
  const required = policy.ruling(settings.content.categoryRequired);
  const objective = policy.ruling(settings.content.objectiveRequired);
  const disclaims = policy.ruling(settings.post.ownVoiceDisclaimer);
  const important = policy.ruling(settings.post.importantNeedsAlternative);
  const ofPupils = policy.clausesOf('posts.pupil-audience');
  const signs = policy.ruling(settings.post.signOff);
  const signature = signatureOf({ name: personName(me), jobTitle: me.job_title, signOff: me.sign_off }, signs.value);
  return {
    school: school.name,
    zone: school.zone,
    kinds: { value: kinds.value, required: required.value, clauses: both(kinds.clauses, required.clauses) },
    objective: { value: objective.value, clauses: objective.clauses },
    signature: { text: signature, missing: signs.value !== 'none' && signature === '', clauses: signs.clauses },
    disclaimer: disclaims.value
      ? { text: policy.ruling(settings.post.disclaimerText).value, clauses: disclaims.clauses }
      : null,
    important: { value: important.value, clauses: important.clauses },
    pupils: { value: ofPupils.length > 0, clauses: ofPupils },
    emergency:
      emergency.value.people === null
        ? null
        : {
            people: emergency.value.people,
            deciders: urgent.map(named),
            clauses: both(emergency.clauses, policy.clausesOf('posts.emergency')),
          },
    unsure: {
      person: asksOf[0] ? named(asksOf[0]) : null,
      clauses: both(unsure.clauses, policy.clausesOf('posts.unsure')),
    },
    linkedClauses: policy.clausesOf('posts.linked-policies'),
  };
});

const named = ({ personId: id, name }: NamedApprover) => ({ id, name });

const both = (some: readonly string[], more: readonly string[]): string[] => [...new Set([...some, ...more])];
