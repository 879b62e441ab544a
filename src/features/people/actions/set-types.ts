// Say what somebody is to the school from today on.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, keepers } from '#features/schools/index.ts';
import { requireCarerReader, seesCarers, visible } from '../access.ts';
import { dayBefore, isHeldOn } from '../days.ts';
import { isWorkingType, PERSON_TYPES, withStaff } from '../person-types.ts';
import { endEnrolment, endTypes, insertTypes, personRow, putEnrolment, typeRows } from '../queries.ts';
import { rekey } from '../rekey.ts';
import { grantsOf } from '../responsibility-queries.ts';

export const setTypes = defineAction({
  name: 'people.setTypes',
  kind: 'write',
  summary: 'Say what somebody is to the school from today on.',
  route: 'PUT /people/{personId}/types',
  scope: 'school',
  who: keepers,
  token: 'people:write',
  input: z.object({
    personId: z.uuid(),
    types: z.array(z.enum(PERSON_TYPES)).min(1, 'Say what this person is to the school.').max(PERSON_TYPES.length),
  }),
  output: z.object({}),
  errors: ['still-responsible'],
  controls: ['people.directory', 'people.roll'],
  about: ({ personId, types }) => ({ person: personId, types }),
}).handle(async (context, { personId, types: said }) => {
  const types = withStaff(said);
  const { db, scopeId, at, newId, actor } = context;
  const today = dayOf(at);
  const [row, rows, grants] = await Promise.all([
    personRow(db, scopeId, personId),
    typeRows(db, scopeId, personId),
    grantsOf(db, scopeId, personId),
  ]);
  const held = rows.filter((type) => isHeldOn(type, today)).map(({ type }) => type);
  visible(actor, row && { types: held });
  if (!types.some(isWorkingType) && grants.some((grant) => isHeldOn(grant, today))) {
    throw fail.conflict({
      code: 'still-responsible',
      message: 'This person still holds responsibilities, which only somebody who works for the school can carry.',
      remedy: 'End the responsibilities first.',
    });
  }
  // Whoever may not know that somebody is a carer does not end it by leaving it out.
  const over = held.filter((type) => !types.some((one) => one === type) && (type !== 'carer' || seesCarers(actor)));
  const fresh = types.filter((type) => !held.includes(type));
  requireCarerReader(actor, fresh);
  if (over.length > 0) await endTypes(db, scopeId, personId, dayBefore(today), over);
  await insertTypes(
    db,
    scopeId,
    fresh.map((type) => ({ id: newId(), personId, type, startsOn: today })),
  );
  if (fresh.includes('pupil')) await putEnrolment(db, scopeId, personId, { yearGroup: '', className: '' }, today);
  if (over.includes('pupil')) await endEnrolment(db, scopeId, personId, dayBefore(today));
  await rekey(context, personId);
  context.remark({ people: [personId] });
  return {};
});
