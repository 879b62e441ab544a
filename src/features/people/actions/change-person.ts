// Change what the directory says about somebody. An earlier name still matches, and is never shown.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, keepers } from '#features/schools/index.ts';
import { isHeldOn } from '../days.ts';
import { visible } from '../access.ts';
import { withdrawLinks } from '../link-queries.ts';
import { notifyDeciders } from '../notify.ts';
import { isWorkingType } from '../person-types.ts';
import { classNameSchema, formerNamesOf, personFields, personName, withFormer, yearGroupSchema } from '../person.ts';
import { enrolmentRow, personRow, putEnrolment, typeRows, updatePerson } from '../queries.ts';
import { rekey } from '../rekey.ts';
import { isDeciding } from '../responsibilities.ts';
import { grantsOf } from '../responsibility-queries.ts';

export const changePerson = defineAction({
  name: 'people.change',
  kind: 'write',
  summary: 'Change somebody’s name, address, job title, sign-off, line manager or class.',
  route: 'PUT /people/{personId}',
  scope: 'school',
  who: keepers,
  freshFactorMinutes: 240,
  input: z.object({
    personId: z.uuid(),
    firstName: personFields.firstName.optional(),
    lastName: personFields.lastName.optional(),
    preferredName: personFields.preferredName.optional(),
    email: personFields.email.optional(),
    jobTitle: personFields.jobTitle.optional(),
    signOff: personFields.signOff.optional(),
    lineManagerId: z
      .union([z.literal('').transform(() => null), z.uuid(), z.null()])
      .optional()
      .describe('Who leads this person; empty for nobody'),
    yearGroup: yearGroupSchema.optional().describe('Pupils only: year group'),
    className: classNameSchema.optional().describe('Pupils only: class'),
    nameWasWrong: z
      .boolean()
      .default(false)
      .describe('The name was a mistake, so it is forgotten and not kept as an earlier name'),
  }),
  output: z.object({}),
  errors: ['email-in-use', 'no-line-manager'],
  controls: ['people.directory'],
  about: ({ personId }) => ({ person: personId }),
}).handle(async (context, input) => {
  const { db, scopeId, at, now, actor } = context;
  const { personId } = input;
  const [row, types, place] = await Promise.all([
    personRow(db, scopeId, personId),
    typeRows(db, scopeId, personId),
    enrolmentRow(db, scopeId, personId),
  ]);
  const person = visible(actor, row && { ...row, types: types.map(({ type }) => type) });
  const [first, last] = [input.firstName ?? person.first_name, input.lastName ?? person.last_name];
  const renamed = first !== person.first_name || last !== person.last_name;
  const former = formerNamesOf(person.former_names);
  const given = { first: person.first_name, last: person.last_name };
  await updatePerson(db, scopeId, personId, {
    first_name: first,
    last_name: last,
    preferred_name: input.preferredName ?? person.preferred_name,
    email: input.email ?? person.email,
    job_title: input.jobTitle ?? person.job_title,
    sign_off: input.signOff ?? person.sign_off,
    ...(input.lineManagerId === undefined
      ? {}
      : { line_manager_id: await leader(context, { personId, types }, input.lineManagerId) }),
    former: renamed && !input.nameWasWrong ? withFormer(former, given) : former,
  });
  if (input.yearGroup !== undefined || input.className !== undefined) {
    if (!place) {
      throw fail.invalid({
        code: 'not-a-pupil',
        message: 'Only a pupil is in a year and a class.',
        remedy: 'Leave both empty.',
      });
    }
    const moved = { yearGroup: input.yearGroup ?? place.year_group, className: input.className ?? place.class_name };
    await putEnrolment(db, scopeId, personId, moved, place.starts_on);
  }
  await rekey(context, personId);
  if (input.email !== undefined && input.email !== person.email) {
    // An open link was made for the old address.
    await withdrawLinks(db, scopeId, personId, now);
    const decides = (await grantsOf(db, scopeId, personId)).some(
      (held) => isDeciding(held.responsibility) && isHeldOn(held, dayOf(at)),
    );
    if (decides) {
      const text = `The e-mail address of ${personName(person)} was changed.`;
      await notifyDeciders(context, personId, { kind: 'people.address-changed', text, href: `/people/${personId}` });
    }
  }
  context.remark({ people: [personId] });
  return {};
});

type Held = Awaited<ReturnType<typeof typeRows>>;

/** @throws for somebody who cannot lead, themselves or who does not work here; and for a pupil, whose name would be told */
async function leader(
  { db, scopeId, at }: Context,
  { personId, types }: { readonly personId: string; readonly types: Held },
  leaderId: string | null,
): Promise<string | null> {
  if (leaderId === null) return null;
  const today = dayOf(at);
  const works = (held: Held): boolean => held.some((one) => isWorkingType(one.type) && isHeldOn(one, today));
  const isLed = works(types) && !types.some((one) => one.type === 'pupil' && isHeldOn(one, today));
  if (isLed && leaderId !== personId && works(await typeRows(db, scopeId, leaderId))) return leaderId;
  const message = !isLed
    ? 'Only somebody who works here has a line manager.'
    : leaderId === personId
      ? 'Nobody is their own line manager.'
      : 'A line manager is somebody who works here.';
  throw fail.invalid({
    code: 'no-line-manager',
    message,
    remedy: 'Choose somebody else, or nobody.',
    fields: [{ field: 'lineManagerId', message }],
  });
}
