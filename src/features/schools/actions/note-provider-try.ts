// Write down what came back when an administrator tried a provider: it may be switched on once that was good.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { trialSchema } from '../provider.ts';
import { lockedProviderRow, setProviderTrial } from '../provider-queries.ts';

export const noteProviderTry = defineAction({
  name: 'schools.noteProviderTry',
  kind: 'write',
  summary: 'Write down what came back when an administrator tried a provider.',
  route: 'POST /school/sign-in/{providerId}/tries',
  scope: 'school',
  who: onlySystem,
  input: z.object({ providerId: z.uuid(), personId: z.uuid(), trial: trialSchema }),
  output: z.object({}),
  controls: ['people.personal-login'],
  about: ({ providerId, personId, trial }) => ({ provider: providerId, person: personId, came: trial.came }),
}).handle(async (context, { providerId, personId, trial }) => {
  const { db, scopeId, now } = context;
  const row = await lockedProviderRow(db, scopeId, providerId);
  if (!row) throw fail.notFound('provider');
  // What is switched on stays so: one bad try of a provider that works says nothing about it.
  const proven = row.enabled || trial.came;
  await setProviderTrial(db, scopeId, providerId, { trial, personId, proven, at: now });
  context.remark({ people: [personId] });
  return {};
});
