// Ask a question about the policy: from a clause, or because nothing in it seems to fit.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { notify } from '#features/people/index.ts';
import { documentInForce } from '#features/policy/index.ts';
import { clauseIdSchema, clauseInForce } from '../clause.ts';
import { insertQuestion } from '../queries.ts';
import { answerers, asContact, firstContact } from '../who-is-asked.ts';

export const askQuestion = defineAction({
  name: 'questions.ask',
  kind: 'write',
  summary: 'Ask a question about the policy.',
  route: 'POST /policy/questions',
  scope: 'school',
  who: anySignedIn,
  perMinute: 20,
  input: z.object({
    clauseId: clauseIdSchema.nullable().default(null).describe('The clause it is about; null where none fits'),
    words: z
      .string()
      .trim()
      .min(5, 'Write your question.')
      .max(2000, 'At most 2,000 characters.')
      .describe('The question. Do not name a child.'),
  }),
  output: z.object({
    questionId: z.string(),
    askedOf: z.array(z.string()).describe('Who answers, by name; nobody while the responsibility is vacant'),
    role: z.string().describe('As what they answer; where nobody does, the first contact that the policy names'),
  }),
  errors: ['no-such-clause'],
  controls: ['policy.questions'],
  about: ({ clauseId }, { questionId }) => ({ question: questionId, clause: clauseId }),
}).handle(async (context, { clauseId, words }) => {
  const { db, scopeId, personId, at, now } = context;
  const policy = await context.policy();
  const goesTo = firstContact(policy);
  const versionId =
    clauseId === null
      ? ((await documentInForce(db, scopeId, at)).version?.id ?? null)
      : (await clauseInForce(context, clauseId)).versionId;
  const questionId = context.newId();
  const question = { id: questionId, clauseId, policyVersionId: versionId, words, askedBy: personId };
  await insertQuestion(db, scopeId, { ...question, goesTo: goesTo.value }, now);
  const asked = (await answerers(context, policy))([personId]);
  await notify(
    context,
    asked.map((one) => one.personId),
    {
      kind: 'questions.asked',
      text: 'Somebody has a question about the policy, and you answer such questions.',
      href: `/policy/questions#${questionId}`,
    },
  );
  context.remark({ clauses: goesTo.clauses, detail: { words } });
  const { people, role } = asContact(asked, goesTo.value);
  return { questionId, askedOf: people, role };
});
