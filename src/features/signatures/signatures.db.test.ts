// A signature given on a real database, exported, and verified from its file alone: any change of it is found.
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import type { PersonActor } from '#kernel/actor.ts';
import { canonicalText, sha256, type Json } from '#kernel/canonical.ts';
import { defineFeature } from '#kernel/feature.ts';
import { makeSeal } from '#kernel/ledger.ts';
import { failureOf } from '#test/whole-app.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { sign, signatures, verifySignature, type SignatureFile } from './index.ts';

const signIt = defineAction({
  name: 'probe.sign',
  kind: 'write',
  summary: 'Sign it.',
  route: 'POST /probe/sign',
  scope: 'school',
  who: anySignedIn,
  token: 'probe:write',
  sealed: true,
  freshFactorMinutes: 60,
  input: z.object({
    subjectId: z.uuid(),
    document: z.json(),
    text: z.string(),
    seen: z.string(),
    typedName: z.string(),
  }),
  output: z.object({ id: z.string(), digest: z.string() }),
}).handle((context, input) =>
  sign(context, { ...input, document: input.document as Json, purpose: 'adoption', capacity: 'headteacher' }),
);
const probe = defineFeature({ name: 'probe', summary: 'For this test.', actions: [signIt], controls: [] });

const VERSION = { title: 'Social media policy', clauses: ['No full names.'] };
const TEXT = 'Social media policy\n\nNo full names.\n';
const SUBJECT = '0190a000-0000-7000-8000-000000000001';
const form = { subjectId: SUBJECT, document: VERSION, text: TEXT, seen: sha256(TEXT) };

let app: Awaited<ReturnType<typeof open>>;
let school: TestSchool;
let head: PersonActor;
const open = () => openTestApp([signatures, probe]);

beforeAll(async () => {
  app = await open();
  school = await app.school();
  head = await school.person({ name: 'Siân O’Brien-Smith', responsibilities: ['headteacher'] });
});
afterAll(() => app.drop());

const exported = async (): Promise<SignatureFile> => {
  const [known] = await app.rows<{ id: string }>('select id from signature where subject_id = $1', [SUBJECT]);
  const { id } = known ?? (await app.as(head).probe.sign({ ...form, typedName: 'SIAN OBrien Smith' }));
  return app.as(head).signatures.export({ signatureId: id });
};
const verdictOf = (file: SignatureFile) => verifySignature(file, null);

describe('signing', () => {
  it('takes the signer’s own name only, whatever its capitals, accents and spaces', async () => {
    const failure = await failureOf(app.as(head).probe.sign({ ...form, typedName: 'Peter Pan' }));
    expect(failure.code).toBe('not-the-own-name');
    expect(failure.fields[0]?.message).toBe('Type your own name, Siân O’Brien-Smith.');
    expect((await verdictOf(await exported())).holds).toBe(true);
  });

  it('refuses a text that is not the one that was seen, and a second signature on the same thing', async () => {
    const stale = await failureOf(app.as(head).probe.sign({ ...form, text: `${TEXT}!`, typedName: head.name }));
    expect(stale.code).toBe('text-changed');
    await exported();
    expect((await failureOf(app.as(head).probe.sign({ ...form, typedName: head.name }))).code).toBe('already-signed');
  });

  it('is given in person: an access token signs nothing', async () => {
    const byToken: PersonActor = { ...head, via: 'token', scopes: new Set(['probe:write']) };
    const failure = await failureOf(app.as(byToken).probe.sign({ ...form, typedName: head.name }));
    expect(failure.code).toBe('not-signed-in-person');
  });

  it('leaves nobody a way to change or remove it', async () => {
    await exported();
    for (const statement of [
      'delete from signature',
      `update signature set typed_name = 'x'`,
      'delete from signed_text',
    ]) {
      const unit = await app.database.begin({ scopeId: school.id, personId: head.personId, role: 'app' }, 'write');
      await expect(unit.db.executeQuery({ sql: statement, parameters: [], query: {} } as never)).rejects.toThrow(
        /permission denied/,
      );
      await unit.rollback();
    }
  });

  it('is exported for its signer and for those who answer for the policy, and for nobody else', async () => {
    const { signature } = await exported();
    const other = await school.person();
    const failure = await failureOf(app.as(other).signatures.export({ signatureId: signature.id }));
    expect(failure.code).toBe('not-your-signature');
  });
});

describe('verifying a file', () => {
  it('holds when nothing was touched, also with the key given apart', async () => {
    const file = await exported();
    expect(await verdictOf(file)).toEqual({ holds: true, problems: [] });
    expect((await verifySignature(file, file.key)).holds).toBe(true);
  });

  it('finds a signature replayed for another version', async () => {
    const file = await exported();
    const other = { ...VERSION, clauses: ['Full names are fine.'] };
    const words = (await verdictOf({ ...file, document: other })).problems;
    expect(words).toEqual([expect.stringMatching(/another version/)]);
    const digest = sha256(canonicalText(other));
    const relabelled = { ...file, document: other, signature: { ...file.signature, document: digest } };
    expect((await verdictOf(relabelled)).holds).toBe(false);
    const moved = { ...file, signature: { ...file.signature, subject: '0190a000-0000-7000-8000-000000000002' } };
    expect((await verdictOf(moved)).problems[0]).toMatch(/not this signature/);
  });

  it.each([
    ['a letter of the text', (file: SignatureFile) => ({ ...file, text: file.text.replace('full', 'fuII') })],
    ['the name', (file: SignatureFile) => withFact(file, { typedName: 'Sian OBrien Smyth' })],
    ['the time', (file: SignatureFile) => withFact(file, { at: '2026-11-20T09:00:01Z' })],
    ['the role', (file: SignatureFile) => withFact(file, { capacity: 'chair-of-governors' })],
    ['the wording agreed to', (file: SignatureFile) => withFact(file, { consent: 'Maybe.' })],
    ['the ledger entry', (file: SignatureFile) => ({ ...file, entry: file.entry.replace('probe.sign', 'probe.sigh') })],
    ['the seal', (file: SignatureFile) => ({ ...file, seal: { ...file.seal, previous: 'f'.repeat(64) } })],
  ])('finds a change of %s', async (_, change) => {
    expect((await verdictOf(change(await exported()))).holds).toBe(false);
  });

  it('finds another key, in the file or given apart', async () => {
    const file = await exported();
    const forger = generateKeyPairSync('ed25519');
    const publicKey = forger.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const id = sha256(publicKey).slice(0, 16);
    expect((await verdictOf({ ...file, key: { id, publicKey } })).holds).toBe(false);
    const forged = {
      ...file,
      seal: makeSeal(file.seal, { id, privateKey: forger.privateKey }),
      key: { id, publicKey },
    };
    expect((await verifySignature(forged, file.key)).problems).toEqual([
      expect.stringMatching(/not with the key that you trust/),
    ]);
  });

  it('says YES or NO on the command line, with nothing but the file', async () => {
    const file = await exported();
    const folder = await mkdtemp(join(tmpdir(), 'gatepost-signature-'));
    const verify = async (content: SignatureFile) => {
      await writeFile(join(folder, 'signature.json'), JSON.stringify(content));
      return promisify(execFile)(
        process.execPath,
        ['src/main/cli.ts', 'signature', 'verify', join(folder, 'signature.json')],
        {
          env: { PATH: process.env['PATH'] },
        },
      ).catch((error: { code: number; stdout: string }) => error);
    };
    expect(await verify(file)).toMatchObject({ stdout: expect.stringMatching(/^YES\. SIAN OBrien Smith/) });
    const other = await verify({ ...file, document: { title: 'Another' } });
    expect(other).toMatchObject({ code: 1, stdout: expect.stringMatching(/^NO\./) });
    await rm(folder, { recursive: true });
  }, 30_000);
});

const withFact = (file: SignatureFile, fact: Partial<SignatureFile['signature']>): SignatureFile => ({
  ...file,
  signature: { ...file.signature, ...fact },
});
