// My rules: three sections, from the active settings, for the kind of person who reads them.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { documentsInForce, settings } from '#features/policy/index.ts';
import { behaviourStandard } from '../audiences.ts';
import { kindInWords, kindOf, rulesFor } from '../my-rules.ts';
import { clauseShape, clauseView } from '../view.ts';

export const readRules = defineAction({
  name: 'guidance.readRules',
  kind: 'read',
  summary: 'Read my rules: educational, personal and recreational use.',
  route: 'GET /my-rules',
  scope: 'school',
  who: anySignedIn,
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    kind: z.string().describe('As whom I read them'),
    bound: z.boolean().describe('The policy names such people among those whom it binds'),
    boundBy: z.array(z.string()).readonly(),
    behaviour: z.array(clauseShape).describe('How everybody is to behave, in the policy’s own words'),
    sections: z.array(
      z.object({
        id: z.enum(['educational', 'personal', 'recreational']),
        title: z.string(),
        part: z.enum(['school', 'private']),
        lead: z.string(),
        rules: z
          .array(
            z.object({
              settingId: z.string(),
              question: z.string(),
              answer: z.string(),
              clauses: z.array(z.string()).readonly(),
              byDefault: z.boolean(),
            }),
          )
          .readonly(),
      }),
    ),
  }),
  controls: ['policy.audience-views'],
}).handle(async (context) => {
  const { db, scopeId, at, actor } = context;
  const [policy, documents] = await Promise.all([context.policy(), documentsInForce(db, scopeId, at)]);
  const kind = (actor.kind === 'person' ? kindOf(actor.roles) : null) ?? 'staff';
  const types = policy.ruling(settings.scope.personTypes);
  return {
    kind: kindInWords(kind),
    bound: types.value.some((type) => (actor.kind === 'person' ? actor.roles.has(type) : type === kind)),
    boundBy: types.clauses,
    behaviour: behaviourStandard(documents).map(clauseView),
    sections: rulesFor(policy, kind),
  };
});
