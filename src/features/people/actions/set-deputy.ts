// Say who stands in for the holder of a responsibility during an absence.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { deputable } from '../access.ts';
import { deputyFor, headNamed } from '../grant.ts';
import { notify } from '../notify.ts';
import { RESPONSIBILITY_WORDS, type Responsibility } from '../responsibilities.ts';
import { grantRow, setDeputyOf } from '../responsibility-queries.ts';

export const setDeputy = defineAction({
  name: 'people.setDeputy',
  kind: 'write',
  summary: 'Say who stands in for the holder of a responsibility during an absence.',
  route: 'PUT /responsibilities/{grantId}/deputy',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  freshFactorMinutes: 240,
  input: z.object({ grantId: z.uuid(), deputyId: z.uuid().nullable() }),
  output: z.object({}),
  errors: ['not-yours-to-give', 'not-to-yourself', 'own-deputy', 'not-a-colleague'],
  controls: ['people.responsibilities'],
  about: ({ grantId, deputyId }) => ({ grant: grantId, deputy: deputyId }),
}).handle(async (context, { grantId, deputyId }) => {
  const { db, scopeId, actor } = context;
  const head = await headNamed(context);
  const row = await grantRow(db, scopeId, grantId);
  if (!row) throw fail.notFound('responsibility');
  const responsibility = row.responsibility as Responsibility;
  deputable(actor, { personId: row.person_id, responsibility, headNamed: head }, deputyId);
  if (deputyId !== null) {
    await deputyFor(context, row.person_id, deputyId);
    const text = `You now stand in for whoever holds “${RESPONSIBILITY_WORDS[responsibility].label}” when they are away.`;
    await notify(context, [deputyId], { kind: 'people.deputy', text, href: `/people/${row.person_id}` });
  }
  await setDeputyOf(db, scopeId, grantId, deputyId);
  context.remark({ people: deputyId === null ? [row.person_id] : [row.person_id, deputyId] });
  return {};
});
