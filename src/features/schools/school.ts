// What a school says of itself, and its rules as pure functions.
import { z } from 'zod';
import { nameLine } from '#kernel/written-line.ts';
import { closuresSchema, divisionSchema, termsSchema, weeklyHoursSchema } from './terms.ts';

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const needed = (most: number, words: string) => line(most).min(1, words);
const site = line(300).refine((text) => text === '' || /^https?:\/\/\S+$/.test(text), 'Begin with https://.');

/** The public address of a school: `/schools/millrace-primary`. */
export const slugSchema = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])$/,
    'Use 2 to 60 small letters, digits and hyphens, such as millrace-primary.',
  );

export const schoolDetails = {
  name: nameLine(120).min(1, 'Give the school its name.').describe('Full name of the school'),
  shortName: nameLine(60).min(1, 'Give the name people say.').describe('The name people say'),
  phase: z.enum(['nursery', 'primary', 'secondary', 'all-through', 'special']).describe('Phase'),
  division: divisionSchema.describe('Whose bank holidays and rules apply'),
  address: line(300).default('').describe('Postal address'),
  ethos: line(1000).default('').describe('A statement of ethos, shown at the head of the policy and beside the editor'),
  website: site.default('').describe('Website'),
  telephone: line(40).default('').describe('Telephone'),
  email: line(254).default('').describe('E-mail'),
};

export const ownContactSchema = z.object({
  kind: z.enum(['email', 'telephone', 'address', 'site']),
  value: needed(300, 'Write the address, number or site.'),
});
export type OwnContact = z.infer<typeof ownContactSchema>;

export const confidentialTermSchema = z.object({
  term: needed(100, 'Write the word or phrase.').refine(
    (term) => term.length >= 3,
    'At least three characters, or half of all words would be found.',
  ),
  reason: line(200).default(''),
});
export type ConfidentialTerm = z.infer<typeof confidentialTermSchema>;

export const linkDomainSchema = z.object({
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(
      /^(?=.{4,253}$)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/,
      'Write a domain such as millrace.sch.uk, without https:// or a path.',
    ),
  verdict: z.enum(['allowed', 'blocked']),
});
export type LinkDomain = z.infer<typeof linkDomainSchema>;

const day = z.iso.date('Write the date as year-month-day.');
/** From notice of an election to polling day: what a school says is then watched more closely. */
export const preElectionPeriodSchema = z
  .object({ election: needed(120, 'Say which election it is.'), startsOn: day, endsOn: day })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    message: 'The last day lies before the first.',
    path: ['endsOn'],
  });
export type PreElectionPeriod = z.infer<typeof preElectionPeriodSchema>;

/** The election in whose pre-election period a day lies; null on any other day. */
export const electionNear = (periods: readonly PreElectionPeriod[], today: string): string | null =>
  periods.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)?.election ?? null;

export const calendarSchema = z.object({
  terms: termsSchema,
  closures: closuresSchema,
  weeklyHours: weeklyHoursSchema,
});

export const profileSchema = z.object({
  id: z.uuid(),
  trustId: z.uuid().nullable(),
  slug: z.string(),
  name: z.string(),
  shortName: z.string(),
  phase: z.string(),
  division: divisionSchema,
  zone: z.string(),
  address: z.string(),
  ethos: z.string(),
  website: z.string(),
  telephone: z.string(),
  email: z.string(),
  secondFactorRoles: z.array(z.string()),
  calendar: z.object({
    terms: z.array(z.object({ name: z.string(), starts: z.string(), ends: z.string() })),
    closures: z.array(
      z.object({ kind: z.string().optional(), date: z.string(), until: z.string().optional(), why: z.string() }),
    ),
    weeklyHours: z.record(z.string(), z.object({ opens: z.string(), closes: z.string() })),
  }),
  ownContacts: z.array(z.object({ kind: z.string(), value: z.string() })),
  confidentialTerms: z.array(z.object({ term: z.string(), reason: z.string() })),
  linkDomains: z.array(z.object({ domain: z.string(), verdict: z.string() })),
  preElectionPeriods: z.array(preElectionPeriodSchema),
});

/** A public address from a name: "St Mary's CE Primary" → `st-marys-ce-primary`. */
export function slugFrom(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[’'\p{M}]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return slug.length >= 2 ? slug : `school-${slug || 'x'}`;
}
