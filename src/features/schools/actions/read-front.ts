// The school as the public sees it.
import { z } from 'zod';
import { anyone } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { publicSchoolRow } from '../queries.ts';

export const readFront = defineAction({
  name: 'schools.readFront',
  kind: 'read',
  summary: 'Read the school’s public name and address.',
  route: 'GET /school/front',
  scope: 'public',
  who: anyone,
  input: z.object({}),
  output: z.object({
    id: z.string(),
    name: z.string(),
    shortName: z.string(),
    slug: z.string(),
    website: z.string(),
    zone: z.string(),
    ethos: z.string(),
  }),
}).handle(async ({ db, scopeId }) => {
  const school = await publicSchoolRow(db, scopeId);
  if (!school) throw fail.notFound('school');
  const { short_name: shortName, ...rest } = school;
  return { ...rest, shortName };
});
