// What is seen of a certificate, on a real TLS server with self-made ones.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { seeCertificate } from './certificate.ts';

const DAY_MS = 86_400_000;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** A server that shows a self-made certificate of so many days, while it is looked at. */
async function seen(days: number, host = 'localhost') {
  const folder = mkdtempSync(join(tmpdir(), 'gatepost-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const args = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-subj',
    '/CN=localhost',
  ];
  execFileSync('openssl', [...args, '-days', String(days), '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (socket) => socket.end());
  server.on('tlsClientError', () => {});
  await new Promise<void>((done) => server.listen(0, host, done));
  try {
    const { port } = server.address() as { port: number };
    return await seeCertificate(`https://${host}:${port}`);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!hasOpenssl)('a certificate that is shown', () => {
  it('says until when it holds, and that nobody vouches for it', async () => {
    const began = performance.timeOrigin + performance.now();
    const found = await seen(10);
    const ends = Temporal.Instant.from(found!.endsAt!).epochMilliseconds;
    expect(Math.round((ends - began) / DAY_MS)).toBe(10);
    expect(found!.trouble).toBe('It is self-made, so browsers warn of it.');
  });
});

it('is not looked for where the address is not https', async () => {
  expect(await seeCertificate('http://localhost:3000')).toBe(null);
});

it('that cannot be reached is no reason to fail or to wait for ever', async () => {
  const silent = createServer((socket) => void socket.on('error', () => {}).resume());
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const { port } = silent.address() as { port: number };
  const waited = await seeCertificate(`https://127.0.0.1:${port}`, 200);
  expect(waited).toEqual({ endsAt: null, trouble: expect.stringContaining('no answer') });
  await new Promise((done) => silent.close(done));
  const refused = await seeCertificate(`https://127.0.0.1:${port}`);
  expect(refused).toEqual({ endsAt: null, trouble: expect.stringContaining('ECONNREFUSED') });
});
