// An official account as the register holds it: its fields, what its reach means, and whether the policy allows its platform.
import { z } from 'zod';
import { fail, type Failure } from '#kernel/errors.ts';
import type { Ruling } from '#kernel/policy.ts';
import { line, nameLine, titleLine } from '#kernel/written-line.ts';
import { catalogue, PLATFORM_KINDS, type PlatformKind } from './catalogue.ts';
import { COUNTINGS } from './words-length.ts';

const needed = (most: number, words: string) => line(most).refine((text) => text !== '', words);
const webAddress = line(300).refine(
  (text) => text === '' || URL.parse(text)?.protocol === 'https:',
  'Begin with https://.',
);

export const REACHES = ['known-members', 'shared-interest', 'public'] as const;
export type Reach = (typeof REACHES)[number];

/** Who will read a post, said to its author before they write. */
export const REACH_WORDS: Readonly<Record<Reach, string>> = {
  'known-members': 'Only members whom the school has accepted can see a post here.',
  'shared-interest': 'Readers share an interest with the school, and include people whom the school does not know.',
  public: 'Anybody can read a post here, and anybody at all may find it through a search engine.',
};

export const accountFields = {
  name: titleLine(80)
    .refine((text) => text !== '', 'Give the account the name people will see.')
    .describe('Name of the account'),
  handle: nameLine(100).default('').describe('Handle, such as @millrace_primary'),
  address: webAddress.default('').describe('Address of the account'),
  purpose: needed(500, 'Say what the account is for.').describe('What it is for'),
  audience: needed(200, 'Say whom it is meant to reach.').describe('Whom it is meant to reach'),
  reach: z.enum(REACHES).describe('Who can read it'),
  interaction: z
    .enum(['open', 'closed'])
    .describe('Open: others may comment or write. Closed: only the school writes.'),
  rules: z
    .string()
    .trim()
    .max(2000, 'At most 2,000 characters.')
    .default('')
    .describe('What its authors must know before they write'),
  openedOn: z.iso.date('Write the date as year-month-day, for example 2026-09-03.').describe('When it was opened'),
};
export type AccountFields = z.output<z.ZodObject<typeof accountFields>>;

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^(?=.{4,253}$)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/,
    'Write a site such as example.org, without https:// or a path.',
  );

export const platformFields = {
  name: needed(60, 'Give the platform a name.').describe('Name of the platform'),
  kind: z.enum(PLATFORM_KINDS).default('other').describe('Kind of platform'),
  wordsLimit: z.int().min(1).max(1_000_000).nullable().default(null).describe('Longest a post may be'),
  counting: z.enum(COUNTINGS).default('characters').describe('How it counts'),
  composerUrl: webAddress.default('').describe('Where a post is written'),
  hosts: z.array(host).max(20).default([]).describe('Sites on which its posts live'),
  source: line(200).default('').describe('Where the limit was read'),
};

/** An address may lead to any site only where the platform has none of its own. */
export function addressProblem(
  address: string,
  platform: { readonly name: string; readonly hosts: readonly string[] },
): Failure | null {
  const host = URL.parse(address)?.host;
  if (host === undefined || platform.hosts.length === 0) return null;
  if (platform.hosts.some((known) => host === known || host.endsWith(`.${known}`))) return null;
  const message = `This address leads to ${host}, which is not ${platform.name}.`;
  const remedy = `Open the account on ${platform.name} and copy its address.`;
  return fail.invalid({
    code: 'address-elsewhere',
    message,
    remedy,
    fields: [{ field: 'address', message: `${message} ${remedy}` }],
  });
}

export const platformShape = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  kind: z.enum(PLATFORM_KINDS),
  connector: z.enum(['noticeboard', 'by-hand']),
  wordsLimit: z.number().nullable(),
  counting: z.enum(COUNTINGS),
  composerUrl: z.string(),
  hosts: z.array(z.string()),
  source: z.string(),
  checkedOn: z.string().nullable(),
  retired: z.boolean(),
});
export type Platform = z.infer<typeof platformShape>;

/** The word by which a policy speaks of a platform; whatever the school added itself is its kind, else "other". */
export function policyWord(platform: { readonly key: string; readonly kind: PlatformKind }): string {
  if (catalogue.some(({ key }) => key === platform.key)) return platform.key;
  return catalogue.some(({ key }) => key === platform.kind) ? platform.kind : 'other';
}

/**
 * The school's own pages are not somebody else's platform: a policy that lists platforms does not close its website.
 * @returns the policy's no, or null
 */
export function platformRefusal(
  platform: Pick<Platform, 'key' | 'kind' | 'name'>,
  allowed: Ruling<'any' | readonly string[]>,
): Failure | null {
  if (platform.kind === 'own-site' || allowed.value === 'any' || allowed.value.includes(policyWord(platform)))
    return null;
  const names = catalogue.filter(({ key }) => allowed.value.includes(key)).map(({ name }) => name);
  return fail.refused({
    code: 'platform-not-allowed',
    message: `The policy does not allow official accounts on ${platform.name}.`,
    remedy: `Use ${names.join(' or ') || 'the school’s own pages'}, or have the list of platforms in the policy changed first.`,
    clauses: allowed.clauses,
  });
}

/** A stable word for a platform that the school adds: "St John's forum" → `st-johns-forum`. */
export function keyFrom(name: string, taken: ReadonlySet<string>): string {
  const word =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[’'\p{M}]/gu, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 50) || 'own';
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? word : `${word}-${n}`;
    if (!taken.has(key)) return key;
  }
}
