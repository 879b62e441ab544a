// Change what somebody is to a pupil by hand: a court order does not wait for the next list.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { carerKeepers } from '../access.ts';
import { carerLinkRow, endLinks, updateLinks } from '../carer-queries.ts';
import { dayBefore } from '../days.ts';
import { holdDirectory } from '../queries.ts';
import { isRelation, RELATIONS } from '../roster/relation-words.ts';

export const changeCarer = defineAction({
  name: 'people.changeCarer',
  kind: 'write',
  summary:
    'Change what somebody is to a pupil: relation, parental responsibility, “do not contact”, or carer no longer.',
  route: 'PUT /carer-links/{linkId}',
  scope: 'school',
  who: carerKeepers,
  input: z.object({
    linkId: z.uuid(),
    relation: z.enum(RELATIONS).optional(),
    parentalResponsibility: z.boolean().optional(),
    doNotContact: z
      .boolean()
      .optional()
      .describe('Nobody at the school writes to or rings this person about the pupil'),
    contactOrder: z.number().int().min(1).max(99).nullable().optional().describe('Whom to reach first'),
    isOver: z.literal(true).optional().describe('This person is this pupil’s carer no longer'),
  }),
  output: z.object({}),
  controls: ['people.carers'],
  about: ({ linkId }) => ({ link: linkId }),
}).handle(async (context, { linkId, isOver, ...said }) => {
  const { db, scopeId, at } = context;
  await holdDirectory(db, scopeId);
  const link = await carerLinkRow(db, scopeId, linkId);
  if (!link) throw fail.notFound('carer');
  context.remark({ people: [link.pupil_id, link.carer_id] });
  if (isOver) await endLinks(db, scopeId, [linkId], dayBefore(dayOf(at)));
  else
    await updateLinks(db, scopeId, [
      {
        id: linkId,
        relation: said.relation ?? (isRelation(link.relation) ? link.relation : 'other'),
        parentalResponsibility: said.parentalResponsibility ?? link.has_parental_responsibility,
        doNotContact: said.doNotContact ?? link.do_not_contact,
        contactOrder: said.contactOrder === undefined ? link.contact_order : said.contactOrder,
      },
    ]);
  return {};
});
