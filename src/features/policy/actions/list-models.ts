// The model policies a school can begin with, each in a sentence or two.
import { z } from 'zod';
import { anyone } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { answerInWords } from '../answer-in-words.ts';
import { loadModelPolicy, modelPolicyNames } from '../model-policies.ts';
import { settings } from '../settings/index.ts';
import type { Setting } from '../setting.ts';

/** What tells the models apart for somebody who must choose one. */
const TELLING: readonly Setting<never>[] = [
  settings.account.approver,
  settings.approval.secondReader,
  settings.checks.pupilNames,
  settings.consent.mode,
  settings.inbox.responseHours,
] as unknown as readonly Setting<never>[];

export const listModels = defineAction({
  name: 'policy.listModels',
  kind: 'read',
  summary: 'List the model policies a school can begin with.',
  route: 'GET /policy/models',
  scope: 'public',
  who: anyone,
  input: z.object({}),
  output: z.object({
    models: z.array(
      z.object({
        name: z.enum(modelPolicyNames),
        title: z.string(),
        school: z.string(),
        clauses: z.number(),
        says: z.array(z.object({ question: z.string(), answer: z.string(), silent: z.boolean() })),
      }),
    ),
  }),
  controls: ['policy.document'],
}).handle(async () => {
  const starter = await loadModelPolicy('starter');
  const models = await Promise.all(
    modelPolicyNames.map(async (name) => {
      const document = await loadModelPolicy(name);
      const says = TELLING.map((setting) => {
        const given = document.settings[setting.id];
        const value = (given ?? starter.settings[setting.id])?.is;
        return {
          question: setting.question,
          answer: answerInWords(setting, value as never),
          silent: given === undefined,
        };
      });
      return { name, title: document.title, school: document.school, clauses: document.clauses.length, says };
    }),
  );
  return { models };
});
