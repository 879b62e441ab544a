// What the school says of itself: details, calendar, lists.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator, onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { calendarLines } from '../calendar-queries.ts';
import { confidentialTermRows, linkDomainRows, ownContactRows, schoolRow } from '../queries.ts';
import { closuresOf, termsOf } from '../school-calendar.ts';
import { profileSchema, type PreElectionPeriod } from '../school.ts';

export const readSchool = defineAction({
  name: 'schools.read',
  kind: 'read',
  summary: 'Read the school’s details, calendar and lists.',
  route: 'GET /school',
  scope: 'school',
  who: either(anySignedIn, onlySystem, onlyOperator),
  token: 'schools:read',
  input: z.object({}),
  output: profileSchema,
  controls: ['schools.calendar', 'schools.ethos', 'schools.separation'],
}).handle(async ({ db, scopeId }) => {
  const [school, lines, ownContacts, confidentialTerms, linkDomains] = await Promise.all([
    schoolRow(db, scopeId),
    calendarLines(db, scopeId),
    ownContactRows(db, scopeId),
    confidentialTermRows(db, scopeId),
    linkDomainRows(db, scopeId),
  ]);
  if (!school) throw fail.notFound('school');
  return {
    id: school.id,
    trustId: school.trust_id,
    slug: school.slug,
    name: school.name,
    shortName: school.short_name,
    phase: school.phase,
    division: school.division as 'england-and-wales',
    zone: school.zone,
    address: school.address,
    ethos: school.ethos,
    website: school.website,
    telephone: school.telephone,
    email: school.email,
    secondFactorRoles: school.second_factor_roles,
    calendar: {
      terms: termsOf(lines),
      closures: closuresOf(lines),
      weeklyHours: school.hours as Record<string, { opens: string; closes: string }>,
    },
    ownContacts,
    confidentialTerms,
    linkDomains,
    preElectionPeriods: school.pre_election_periods as unknown as PreElectionPeriod[],
  };
});
