// Put a certificate of somebody else's training on record, with the dates that stand on it.
import { z } from 'zod';
import { isPerson } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { line, titleLine } from '#kernel/written-line.ts';
import { dayOf, daySchema } from '#features/people/index.ts';
import { mustBeOfOthers, planners } from '../access.ts';
import { insertCertificate, insertCompletions } from '../completion-queries.ts';
import { moduleIdSchema } from '../module-id.ts';
import { keepModules, moduleOf } from '../modules.ts';
import { adultsOf } from '../people-queries.ts';

export const recordCertificate = defineAction({
  name: 'training.recordCertificate',
  kind: 'write',
  summary: 'Put somebody’s certificate on record, with its issuer and dates.',
  route: 'POST /training/certificates',
  scope: 'school',
  who: planners,
  input: z.object({
    personId: z.uuid().describe('Whose it is'),
    title: titleLine(160)
      .refine((text) => text !== '', 'Say what it certifies.')
      .describe('What it certifies'),
    issuer: titleLine(160)
      .refine((text) => text !== '', 'Say who issued it.')
      .describe('Who issued it'),
    reference: line(100).default('').describe('Its number'),
    issuedOn: daySchema.describe('Issued'),
    expiresOn: daySchema.nullable().default(null).describe('Expires; null = it does not say'),
    moduleId: moduleIdSchema.nullable().default(null).describe('The module that it stands for'),
  }),
  output: z.object({ certificateId: z.string() }),
  errors: ['not-your-own', 'issued-later', 'expires-before-issue'],
  controls: ['training.records'],
  about: ({ personId, moduleId }, { certificateId }) => ({
    certificate: certificateId,
    person: personId,
    module: moduleId,
  }),
}).handle(async (context, input) => {
  const { db, scopeId, actor, at, now, newId } = context;
  const today = dayOf(at);
  mustBeOfOthers(actor, [input.personId], 'personId');
  if (input.issuedOn > today)
    throw wrongDay('issued-later', 'issuedOn', 'A certificate cannot be issued on a day to come.');
  if (input.expiresOn !== null && input.expiresOn <= input.issuedOn)
    throw wrongDay('expires-before-issue', 'expiresOn', 'It cannot expire before it was issued.');
  const [holder] = await adultsOf(db, scopeId, today, input.personId);
  if (!holder) throw fail.notFound('person');
  const by = isPerson(actor) ? actor.personId : null;
  const certificate = { id: newId(), ...input };
  await insertCertificate(db, scopeId, certificate, by, now);
  if (input.moduleId !== null) {
    const module = await moduleOf(db, scopeId, input.moduleId);
    await keepModules(context, [module]);
    const done = {
      id: newId(),
      personId: input.personId,
      moduleId: module.moduleId,
      edition: module.n,
      how: 'certificate' as const,
      score: null,
      completedOn: input.issuedOn,
      statedEnd: input.expiresOn,
      certificateId: certificate.id,
    };
    await insertCompletions(db, scopeId, [done], by, now);
  }
  context.remark({ people: [input.personId], clauses: (await context.policy()).clausesOf('training.records') });
  return { certificateId: certificate.id };
});

const wrongDay = (code: string, field: string, message: string) =>
  fail.invalid({ code, message, remedy: 'Look at the certificate again.', fields: [{ field, message }] });
