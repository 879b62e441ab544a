// Say which kinds of post serve teaching and learning, so that they can be counted.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { settings } from '#features/policy/index.ts';
import { benefitKeepers } from '../access.ts';
import { insertTeachingChoice } from '../benefit-queries.ts';

export const chooseTeaching = defineAction({
  name: 'evidence.chooseTeaching',
  kind: 'write',
  summary: 'Say which kinds of post serve teaching and learning.',
  route: 'PUT /evidence/teaching',
  scope: 'school',
  who: benefitKeepers,
  input: z.object({ kinds: z.array(z.string().max(80)).max(50).describe('Kinds of the policy in force') }),
  output: z.object({}),
  errors: ['no-such-kind'],
  controls: ['reports.governors'],
  about: ({ kinds }) => ({ kinds }),
}).handle(async (context, { kinds }) => {
  const { db, scopeId, personId, now, newId } = context;
  const known = (await context.policy()).ruling(settings.content.categories).value;
  const strange = kinds.find((kind) => !known.some(({ id }) => id === kind));
  if (strange !== undefined) {
    throw fail.invalid({
      code: 'no-such-kind',
      message: `The policy knows no kind of post called ${strange}.`,
      remedy: `Choose among ${known.map(({ label }) => label).join(', ')}.`,
      fields: [{ field: 'kinds', message: 'Choose kinds that the policy names.' }],
    });
  }
  await insertTeachingChoice(db, { id: newId(), schoolId: scopeId, by: personId, now }, [...new Set(kinds)]);
  return {};
});
