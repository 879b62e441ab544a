// The providers people of the school can sign in by, as whoever sets them up sees them: everything but the secret.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { systemAdministrators } from '../access.ts';
import { missingOf, providerKindSchema, trialSchema } from '../provider.ts';
import { providerRows } from '../provider-queries.ts';
import { isFirstSchool } from '../queries.ts';

export const listProviders = defineAction({
  name: 'schools.listProviders',
  kind: 'read',
  summary: 'List the providers that people can sign in by, such as Google and Microsoft.',
  route: 'GET /school/sign-in',
  scope: 'school',
  who: systemAdministrators,
  input: z.object({}),
  output: z.object({
    mayShare: z.boolean().describe('This is the first school, whose providers may be for every school'),
    providers: z.array(
      z.object({
        id: z.uuid(),
        kind: providerKindSchema,
        label: z.string(),
        issuer: z.string(),
        tenant: z.string(),
        clientId: z.string(),
        hasSecret: z.boolean(),
        secretExpiresOn: z.string().nullable(),
        domains: z.array(z.string()),
        asksSecondStep: z.boolean(),
        shared: z.boolean(),
        missing: z.array(z.string()).describe('What must be entered before it can be tried'),
        triedAt: z.string().nullable(),
        triedBy: z.string().nullable(),
        trial: trialSchema.nullable(),
        proven: z.boolean().describe('A try has succeeded with what stands here now'),
        enabled: z.boolean(),
      }),
    ),
  }),
  controls: ['people.personal-login'],
}).handle(async ({ db, scopeId }) => {
  const [rows, mayShare] = await Promise.all([providerRows(db, scopeId), isFirstSchool(db, scopeId)]);
  const providers = rows.map((row) => {
    const kind = providerKindSchema.parse(row.kind);
    return {
      id: row.id,
      kind,
      label: row.label,
      issuer: row.issuer,
      tenant: row.tenant,
      clientId: row.client_id,
      hasSecret: row.secret_box !== null,
      secretExpiresOn: row.secret_expires_on,
      domains: row.domains,
      asksSecondStep: row.asks_second_step,
      shared: row.shared,
      missing: missingOf({ ...row, secretKept: row.secret_box !== null }, kind).map(({ message }) => message),
      triedAt: row.tried_at,
      triedBy: row.tried_by_name,
      trial: row.trial === null ? null : trialSchema.parse(row.trial),
      proven: row.proven,
      enabled: row.enabled,
    };
  });
  return { mayShare, providers };
});
