// The carers of a pupil, and the pupils of a carer. A carer's entry never names another carer.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayOf } from '#features/schools/index.ts';
import { carerReaders, visible } from '../access.ts';
import { contactOf, tiedTo, type TiedRow } from '../carer-queries.ts';
import { personName } from '../person.ts';
import { personRow, typeRows } from '../queries.ts';
import { isRelation, RELATIONS } from '../roster/relation-words.ts';

const tie = {
  linkId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  relation: z.enum(RELATIONS).describe('What the carer is to the pupil'),
  parentalResponsibility: z.boolean(),
  doNotContact: z.boolean(),
  contactOrder: z.number().nullable(),
  since: z.string(),
};

export const readCarers = defineAction({
  name: 'people.readCarers',
  kind: 'read',
  summary: 'Read who the carers of a pupil are, or whose carer somebody is.',
  route: 'GET /people/{personId}/carers',
  scope: 'school',
  who: carerReaders,
  recorded: true,
  input: z.object({ personId: z.uuid() }),
  output: z.object({
    email: z.string().describe('Where this person is reached as a carer'),
    telephone: z.string(),
    carers: z.array(z.object({ ...tie, email: z.string(), telephone: z.string() })),
    pupils: z.array(z.object({ ...tie, className: z.string(), yearGroup: z.string() })),
  }),
  controls: ['people.carers'],
  about: ({ personId }) => ({ person: personId }),
}).handle(async (context, { personId }) => {
  const { db, scopeId, at, actor } = context;
  const today = dayOf(at);
  const [row, types, carers, pupils, own] = await Promise.all([
    personRow(db, scopeId, personId),
    typeRows(db, scopeId, personId),
    tiedTo(db, scopeId, personId, 'carers', today),
    tiedTo(db, scopeId, personId, 'pupils', today),
    contactOf(db, scopeId, personId),
  ]);
  visible(actor, row && { types: types.map(({ type }) => type) });
  context.remark({ people: [personId, ...carers.map(({ person_id }) => person_id)] });
  return {
    email: own?.email ?? '',
    telephone: own?.telephone ?? '',
    carers: carers.map((one) => ({ ...tieOf(one), email: one.email, telephone: one.telephone })),
    pupils: pupils.map((one) => ({ ...tieOf(one), className: one.class_name, yearGroup: one.year_group })),
  };
});

const tieOf = (row: TiedRow) => ({
  linkId: row.id,
  personId: row.person_id,
  name: personName(row),
  relation: isRelation(row.relation) ? row.relation : ('other' as const),
  parentalResponsibility: row.has_parental_responsibility,
  doNotContact: row.do_not_contact,
  contactOrder: row.contact_order,
  since: row.starts_on,
});
