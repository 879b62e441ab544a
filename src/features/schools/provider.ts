// Signing in by Google, Microsoft or another provider: what an administrator enters, and what is ready. Pure.
import { z } from 'zod';

export const providerKindSchema = z.enum(['google', 'microsoft', 'other']);
export type ProviderKind = z.infer<typeof providerKindSchema>;

export const PROVIDER_LABELS: Readonly<Record<ProviderKind, string>> = {
  google: 'Google',
  microsoft: 'Microsoft',
  other: 'your school account',
};

/** OpenID Connect wants the issuer to the letter: a slash too many is another issuer. */
const issuer = z
  .string()
  .trim()
  .max(300, 'At most 300 characters.')
  .refine(
    (text) => text === '' || (/^https?:\/\/\S+$/.test(text) && URL.canParse(text) && !/[?#]/.test(text)),
    'Write the address as the provider gives it, such as https://id.millrace.sch.uk/realms/staff.',
  );

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{4,253}$)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/, 'Write domains such as millrace.sch.uk, without an @.');

const tenant = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/, 'Copy the “Directory (tenant) ID”: 36 characters.');

export const providerFields = {
  label: z
    .string()
    .trim()
    .min(1, 'Say what people call it.')
    .max(40, 'At most 40 characters.')
    .describe('Stands on the button, after “Sign in with”'),
  issuer: issuer.default('').describe('Of a provider that is neither Google nor Microsoft: its address'),
  tenant: tenant.default('').describe('Of Microsoft Entra: the directory whose people may come'),
  clientId: z.string().trim().max(300, 'At most 300 characters.').default(''),
  clientSecret: z
    .string()
    .trim()
    .max(1000, 'At most 1,000 characters.')
    .default('')
    .describe('Left empty, the one that is kept stays'),
  secretExpiresOn: z.iso
    .date('Write the date as year-month-day.')
    .nullable()
    .default(null)
    .describe('The day on which the provider lets the secret die'),
  domains: z.array(domain).max(20, 'At most 20 domains.').default([]).describe('Whose people may come'),
  asksSecondStep: z.boolean().default(false).describe('Its people show a second factor there already'),
  shared: z.boolean().default(false).describe('Of the first school: people of every school may come by it'),
};

/** Where a provider of this kind is. */
export function issuerOf(kind: ProviderKind, given: { readonly issuer: string; readonly tenant: string }): string {
  if (kind === 'google') return 'https://accounts.google.com';
  if (kind === 'other') return given.issuer;
  return given.tenant === '' ? '' : `https://login.microsoftonline.com/${given.tenant}/v2.0`;
}

export interface Settled {
  readonly issuer: string;
  readonly client_id: string;
  readonly domains: readonly string[];
  readonly secretKept: boolean;
}

/** What is still missing before it can be tried, each as the field of the form and its words. */
export function missingOf({ issuer: where, client_id, domains, secretKept }: Settled, kind: ProviderKind) {
  const place = kind === 'microsoft' ? 'tenant' : 'issuer';
  return [
    ...(where === '' ? [{ field: place, message: place === 'tenant' ? 'the directory id' : 'the address' }] : []),
    ...(client_id === '' ? [{ field: 'clientId', message: 'the client id' }] : []),
    ...(secretKept ? [] : [{ field: 'clientSecret', message: 'the client secret' }]),
    ...(domains.length === 0 ? [{ field: 'domains', message: 'the domains of the school' }] : []),
  ];
}

/** What came back when an administrator tried it. */
export const trialSchema = z.discriminatedUnion('came', [
  z.object({
    came: z.literal(true),
    email: z.string(),
    emailVerified: z.boolean(),
    realm: z.string().describe('Domain or directory that the provider vouches for'),
    amr: z.array(z.string()).describe('How they showed who they are'),
    wouldEnter: z.boolean().describe('Somebody here signs in, or is invited, under this address'),
  }),
  z.object({ came: z.literal(false), message: z.string(), remedy: z.string(), detail: z.string() }),
]);
export type Trial = z.infer<typeof trialSchema>;
