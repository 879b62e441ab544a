// What lies outside: the mail server, the providers to sign in by, and our own public address.
import type pg from 'pg';
import { openConnection } from '#connectors/smtp/connection.ts';
import { outcomeOf } from '#connectors/smtp/outcome.ts';
import { createSmtp } from '#connectors/smtp/smtp.ts';
import { diagnosisOf } from '#features/mail/diagnosis.ts';
import { certificateUrgency } from '#features/operation/state.ts';
import type { Keyring } from '#kernel/keyring.ts';
import { seeCertificate } from '../certificate.ts';
import type { Config } from '../config.ts';
import { ok, warn, wrong, wrongBy, type Finding } from './finding.ts';
import type { Tools } from './tools.ts';

interface MailRow {
  readonly school_id: string;
  readonly host: string;
  readonly port: number;
  readonly encryption: 'tls' | 'starttls' | 'none';
  readonly username: string;
  readonly password_box: Buffer | null;
  readonly from_address: string;
  readonly authority: string;
  readonly is_first: boolean;
}

/** Connects and signs in as a letter would, and sends none. */
export async function mailFindings(client: pg.Client, ring: Keyring | null, { patienceMs }: Tools): Promise<Finding[]> {
  const about = 'Mail';
  const { rows } = await client.query<MailRow>('select school_id, host, port, encryption, username, password_box, from_address, authority, exists (select from installation where first_school_id = mail_server.school_id) as is_first from mail_server order by shared desc, school_id'); // prettier-ignore
  if (rows.length === 0) return [ok(about, 'No mail server is set up; links are handed over by hand.')];
  return Promise.all(rows.map((row) => tryMail(about, row, ring, patienceMs)));
}

async function tryMail(about: string, row: MailRow, ring: Keyring | null, patienceMs: number): Promise<Finding> {
  const { host, port, encryption, username, authority, password_box: box, school_id: schoolId } = row;
  const place = `mail-server/${schoolId}`;
  if (box !== null && ring === null) return warn(about, `${host} could not be tried: its password is locked with the master key.`, 'Put the master key right first.'); // prettier-ignore
  const server = {
    host,
    port,
    encryption,
    username,
    authority,
    passwordBox: null,
    passwordPlace: place,
    mayBePrivate: row.is_first,
  };
  const limits = { connectMs: patienceMs, greetingMs: patienceMs, quietMs: patienceMs, wholeMs: patienceMs };
  try {
    const password = box === null ? null : createSmtp({ keyring: ring! }).unlock(box.toString('base64'), place);
    await (await openConnection(server, password, limits)).close();
    return ok(about, `${host} answers${username === '' ? '' : ` and lets ${username} in`}.`);
  } catch (error) {
    const outcome = outcomeOf(error);
    const facts = { host, port, encryption, username, from: row.from_address };
    const meaning = outcome.outcome === 'failed' ? diagnosisOf(outcome.problem, facts) : null;
    return meaning === null ? wrongBy(about, error) : wrong(about, meaning.message, meaning.remedy);
  }
}

const CLOCK_APART_SECONDS = 120;

/** Asks each provider that is switched on who it is, and what time it has: its clock decides whether its word is still good. */
export async function providerFindings(client: pg.Client, { clock, patienceMs }: Tools): Promise<Finding[]> {
  const { rows } = await client.query<{ label: string; issuer: string; secret_expires_on: string | null }>('select label, issuer, secret_expires_on::text from identity_provider where enabled order by label'); // prettier-ignore
  if (rows.length === 0) return [ok('Sign-in', 'By password and second factor; no provider is switched on.')];
  return Promise.all(
    rows.map(async ({ label, issuer, secret_expires_on: dies }) => {
      const about = `Sign-in by ${label}`;
      if (dies !== null && dies < clock.now().toString().slice(0, 10)) return wrong(about, `Its client secret ended on ${dies}.`, 'Make a new one there, and enter it on the page of that provider under School, Signing in.'); // prettier-ignore
      try {
        const answer = await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' }); // prettier-ignore
        if (!answer.ok) return wrong(about, `${issuer} answers ${answer.status} where it should say what it is.`, 'See that “Issuer” is copied to the letter on the page of that provider, and that the provider runs.'); // prettier-ignore
        const said = (await answer.json()) as { issuer?: unknown };
        if (said.issuer !== issuer) return wrong(about, `${issuer} says that it is ${String(said.issuer)}.`, 'Copy “Issuer” to the letter from the provider, on its page under School, Signing in.'); // prettier-ignore
        const date = Date.parse(answer.headers.get('date') ?? '');
        const apart = Math.abs(clock.now().epochMilliseconds - date) / 1_000;
        if (apart > CLOCK_APART_SECONDS) return wrong(about, `Its clock and ours are ${Math.round(apart / 60)} minutes apart, so its word is taken for too old or too new.`, 'Let this machine keep time by the network: sudo timedatectl set-ntp true'); // prettier-ignore
        return ok(about, `${issuer} answers.`);
      } catch (error) {
        const cause = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).message;
        return wrong(about, `${issuer} cannot be reached (${cause}).`, 'See that this machine may reach it by https. Until then people sign in with their passwords.'); // prettier-ignore
      }
    }),
  );
}

export async function addressFindings(
  { origin, proxies, host }: Config,
  { clock, patienceMs }: Tools,
): Promise<Finding[]> {
  // prettier-ignore
  const about = 'Address';
  if (!origin.startsWith('https:')) return [ok(about, `${origin}: reached without https.`)];
  const isOpen = !['127.0.0.1', '::1', 'localhost'].includes(host);
  const proxy =
    proxies.length > 0
      ? ok('Proxy', `What ${proxies.join(', ')} says about visitors is believed.`)
      : warn('Proxy', 'None is named, so everybody seems to come from the proxy’s address: whoever guesses passwords slows everybody down.', `Set GATEPOST_PROXIES to its address${isOpen ? '' : '; on this machine that is 127.0.0.1'}.`); // prettier-ignore
  return [await certificateFinding(origin, clock.now(), patienceMs), proxy];
}

async function certificateFinding(origin: string, now: Temporal.Instant, patienceMs: number): Promise<Finding> {
  const about = 'Address';
  const { endsAt, trouble } = (await seeCertificate(origin, patienceMs))!;
  if (endsAt === null) return warn(about, `${origin}: ${trouble ?? 'it shows no certificate.'}`, 'Open it in a browser elsewhere. If it opens, all is well: not every network lets a machine reach itself by its public name. If not, see that the proxy runs, that GATEPOST_ORIGIN is spelt right, and that the name leads to this machine.'); // prettier-ignore
  const day = endsAt.slice(0, 10);
  const urgency = certificateUrgency(endsAt, now);
  const renew = 'See that the proxy renews it: its log says why it did not.';
  if (urgency === 'overdue') return wrong(about, `The certificate of ${origin} ends, or ended, on ${day}.`, renew);
  if (urgency === 'soon') return warn(about, `The certificate of ${origin} ends on ${day}.`, renew);
  if (trouble !== null) return warn(about, `The certificate of ${origin}: ${trouble}`, 'Give the proxy a certificate that the school’s devices trust.'); // prettier-ignore
  return ok(about, `${origin}, with a certificate until ${day}.`);
}
