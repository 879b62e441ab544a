// What may be entered of a mail server, and what the two that most schools have want to be told.
import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { Secret } from '#kernel/secret.ts';
import { line, nameLine } from '#kernel/written-line.ts';

const email = z.email('This is not an e-mail address.').max(254, 'At most 254 characters.');

/** A name or an address of a machine: nothing that could be read as more than that. */
const host = line(253)
  .transform((text) => text.toLowerCase())
  .refine(
    (text) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(text) || /^[0-9a-f:]+$/.test(text),
    'Write the name of the server only, such as smtp.example.org.',
  );

export const serverFields = {
  host: host.describe('Name of the mail server, such as smtp.example.org'),
  port: z
    .int('Write the port as a number, such as 587.')
    .min(1, 'Ports go from 1 to 65535.')
    .max(65_535, 'Ports go from 1 to 65535.')
    .describe('587 for STARTTLS, 465 for TLS'),
  encryption: z
    .enum(['starttls', 'tls', 'none'])
    .describe('starttls, tls from the first byte, or none for a relay inside your own network'),
  username: line(254).default('').describe('User of the mailbox that sends; empty where the server asks for none'),
  password: z
    .string()
    .max(1000, 'At most 1,000 characters.')
    .transform((text) => new Secret(text))
    .optional()
    .describe('Left out, the one that is kept stays'),
  fromAddress: email.describe('The address that mail comes from'),
  fromName: nameLine(100)
    .refine((text) => text !== '', 'Say whom mail comes from.')
    .describe('The name that mail comes from, such as “Millrace Primary School”'),
  replyTo: z
    .union([z.literal(''), email])
    .default('')
    .describe('Where answers go; empty for the address above'),
  perMinute: z
    .int('Write a whole number.')
    .min(1, 'At least 1 a minute.')
    .max(600, 'At most 600 a minute.')
    .default(30)
    .describe('The most messages within any sixty seconds'),
  authority: z
    .string()
    .max(20_000, 'At most 20,000 characters.')
    .trim()
    .default('')
    .refine(isCertificate, 'This is not a certificate. It begins with -----BEGIN CERTIFICATE-----.')
    .describe('Certificate (PEM) of the authority of your own school; empty for servers that everybody trusts'),
  shared: z
    .boolean()
    .default(false)
    .describe('Schools without a server of their own send by this one too; only for the school that was set up first'),
};

function isCertificate(text: string): boolean {
  if (text === '') return true;
  try {
    return new X509Certificate(text).ca !== undefined;
  } catch {
    return false;
  }
}

export interface Preset {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly encryption: 'starttls' | 'tls';
  readonly perMinute: number;
  readonly hints: readonly string[];
}

export const PRESETS: readonly Preset[] = [
  {
    name: 'Google Workspace',
    host: 'smtp-relay.gmail.com',
    port: 587,
    encryption: 'starttls',
    perMinute: 60,
    hints: [
      'In the Google Admin console, under Apps → Google Workspace → Gmail → Routing, add an SMTP relay service. Let it take mail from your own addresses, and require TLS.',
      'If the relay knows this machine by its IP address, leave user and password empty. Else switch SMTP authentication on there, and enter the mailbox and an app password.',
      'Without a relay, use smtp.gmail.com with a mailbox that has 2-step verification, and an app password of that mailbox. The password of the account itself is always refused.',
    ],
  },
  {
    name: 'Microsoft 365',
    host: 'smtp.office365.com',
    port: 587,
    encryption: 'starttls',
    perMinute: 30,
    hints: [
      'In the Microsoft 365 admin center, open the mailbox that is to send, then Mail → Manage email apps, and switch Authenticated SMTP on. Security defaults keep it off: an exception for that mailbox may be needed.',
      'The address that mail comes from must be that mailbox, or one that it has the right “Send as” for.',
      'Microsoft takes 30 messages a minute. From January 2027 it refuses passwords for sending unless your administrator switches them on again, and later for good. A connector in Exchange that knows this machine by its IP address goes on working: use the name of your MX record, port 25, STARTTLS, and no user.',
    ],
  },
];
