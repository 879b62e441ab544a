// Write down the trust that the schools of this installation belong to.
import { z } from 'zod';
import { either, linkFor, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { nameLine } from '#kernel/written-line.ts';
import { insertTrust } from '../queries.ts';

export const foundTrust = defineAction({
  name: 'schools.foundTrust',
  kind: 'write',
  summary: 'Write down the trust that schools here belong to.',
  route: 'POST /trust',
  scope: 'trust',
  who: either(linkFor('set-up'), onlyOperator),
  input: z.object({ name: nameLine(120).min(1, 'Give the trust its name.') }),
  output: z.object({ id: z.string() }),
  controls: ['schools.trust-and-schools'],
  about: (_, { id }) => ({ trust: id }),
}).handle(async ({ db, scopeId, now }, { name }) => {
  await insertTrust(db, { id: scopeId, name }, now);
  return { id: scopeId };
});
