// The frames of a backup: what goes in comes out; cut at any section or changed in any byte, it is refused and said where.
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { isFailure } from '#kernel/errors.ts';
import { FRAME_HEAD, MAGIC, PIECE, type BackupFooter, type BackupHeader } from './container.ts';
import { openContainer } from './container-reader.ts';
import { writeContainer, type SectionToWrite } from './container-writer.ts';

const header: BackupHeader = {
  v: 1,
  gatepost: '0.1.0',
  createdAt: '2026-11-20T03:15:00Z',
  installationId: '01a0b1c2-0000-7000-8000-00001a2b3c4d',
  schools: ['Millrace Primary School'],
  schema: [{ name: '0001-ground.sql', sha256: '0'.repeat(64) }],
  postgresql: '18.4',
  masterKeys: [],
  tables: [{ schema: 'public', name: 'post', columns: ['id', 'words'] }],
  heads: [],
  withFiles: true,
};
const words = Buffer.from('The brook was clear, and the children counted larvae. '.repeat(200));
const long = Buffer.concat([randomBytes(PIECE + 17), Buffer.alloc(2 * PIECE, 'a')]);

async function* sections(
  parts: readonly [SectionToWrite['section'], Buffer, boolean][],
): AsyncGenerator<SectionToWrite> {
  for (const [section, bytes, compress] of parts) {
    const halves = [bytes.subarray(0, 100), bytes.subarray(100)];
    yield { section, bytes: halves, compress, rows: async () => (section.kind === 'file' ? 0 : 3) };
  }
}
const SMALL = [
  [{ kind: 'table', schema: 'public', name: 'post' }, words, true],
  [{ kind: 'table', schema: 'sign_in', name: 'login' }, Buffer.alloc(0), true],
  [{ kind: 'jobs' }, Buffer.from('jobs'), true],
  [{ kind: 'file', path: 'x/address.key' }, randomBytes(300), false],
] as const satisfies readonly unknown[];

async function written(parts: unknown = SMALL): Promise<{ bytes: Buffer; footer: BackupFooter }> {
  const told: { footer?: BackupFooter } = {};
  const ending = { missing: () => ['gone'], done: (footer: BackupFooter) => (told.footer = footer) };
  const frames: Buffer[] = [];
  for await (const part of writeContainer(header, sections(parts as never), ending)) frames.push(part);
  return { bytes: Buffer.concat(frames), footer: told.footer! };
}

async function read(bytes: Buffer): Promise<{ found: Buffer[]; footer: BackupFooter }> {
  const container = await openContainer([bytes]);
  expect(container.header).toEqual(header);
  const found: Buffer[] = [];
  for await (const section of container.sections) {
    const parts: Buffer[] = [];
    for await (const part of section.bytes) parts.push(part);
    found.push(Buffer.concat(parts));
  }
  return { found, footer: container.footer() };
}

it('gives back what was put in, and makes it smaller where that helps', async () => {
  const { bytes, footer } = await written([...SMALL, [{ kind: 'file', path: 'y/address.key' }, long, true]]);
  expect(await read(bytes)).toEqual({
    found: [words, Buffer.alloc(0), Buffer.from('jobs'), SMALL[3][1], long],
    footer,
  });
  expect(footer).toMatchObject({ sections: 5, tables: 2, files: 2, rows: 9, missing: ['gone'] });
  expect(bytes.length).toBeLessThan(PIECE * 1.1);
});

it('is refused when it was cut, at every section and within each', async () => {
  const { bytes } = await written();
  const cuts = [0, 5, MAGIC.length];
  for (let at = MAGIC.length; at < bytes.length; at += FRAME_HEAD + bytes.readUInt32BE(at + 1))
    cuts.push(at, at + 3, at + FRAME_HEAD + 1);
  expect(cuts.length).toBeGreaterThan(30);
  for (const at of cuts.filter((cut) => cut < bytes.length)) {
    await expect(read(bytes.subarray(0, at)), `cut at ${at}`).rejects.toMatchObject({ code: 'backup-cut-short' });
  }
});

it('is refused with any one byte changed, wherever it stands', async () => {
  const { bytes } = await written();
  const passed: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 0x01;
    const outcome = await openAndRead(changed);
    if (!isFailure(outcome)) passed.push(at);
  }
  expect(passed).toEqual([]);
}, 30_000);

it('says which table was changed', async () => {
  const { bytes } = await written();
  const at = bytes.indexOf('{"kind":"table"') + 80;
  const changed = Buffer.from(bytes);
  changed[at]! ^= 0xff;
  expect(await openAndRead(changed)).toMatchObject({ message: expect.stringContaining('table post') });
});

it('is refused when something stands behind it, or a section was taken out', async () => {
  const { bytes } = await written();
  expect(await openAndRead(Buffer.concat([bytes, Buffer.from('x')]))).toMatchObject({ code: 'backup-changed' });
  const frames: Buffer[] = [];
  for (let at = MAGIC.length; at < bytes.length;) {
    const next = at + FRAME_HEAD + bytes.readUInt32BE(at + 1);
    frames.push(bytes.subarray(at, next));
    at = next;
  }
  const letters = frames.map((one) => String.fromCharCode(one[0]!)).join('');
  expect(letters).toBe('HSZESESDESDEF');
  const without = Buffer.concat([bytes.subarray(0, MAGIC.length), ...frames.filter((_, i) => i !== 4 && i !== 5)]);
  expect(await openAndRead(without)).toMatchObject({ code: 'backup-changed' });
});

async function openAndRead(bytes: Buffer): Promise<unknown> {
  try {
    const container = await openContainer([bytes]);
    for await (const section of container.sections) for await (const part of section.bytes) void part;
    return container.footer();
  } catch (error) {
    return error;
  }
}
