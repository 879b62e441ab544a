// What a backup consists of once it is unlocked: frames, each a letter, a length and its bytes.
//
//   GATEPOST BACKUP 1\n
//   H  what was backed up, as JSON          (once)
//   S  a section begins, as JSON            (a table, the jobs, a file)
//   D  bytes of it as they are, at most 1 MiB
//   Z  the same, made smaller: length of the bytes (4), Zstandard
//   E  it ends, as JSON: rows, bytes, SHA-256 of all its frames before this one
//   F  the whole, as JSON: totals and a SHA-256 over header, sections and totals; behind it nothing
//
// Lengths are 32 bits, big-endian. A file without its F was cut short.
import { z } from 'zod';

export const MAGIC = Buffer.from('GATEPOST BACKUP 1\n');
export const FRAME_HEAD = 5;
/** Bytes of a section are cut into pieces of this size. */
export const PIECE = 1024 * 1024;
/** A frame is never longer; a damaged length is noticed before memory is taken for it. */
export const LONGEST_FRAME = 16 * 1024 * 1024;

export const FRAMES = { header: 'H', begin: 'S', plain: 'D', small: 'Z', end: 'E', footer: 'F' } as const;

const count = z.int().min(0);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const headSchema = z.object({ scopeId: z.string(), n: count, sha256: digest });
export type LedgerHead = z.infer<typeof headSchema>;

const tableSchema = z.object({ schema: z.enum(['public', 'sign_in']), name: z.string(), columns: z.array(z.string()) });
export type TableInBackup = z.infer<typeof tableSchema>;

export const headerSchema = z.object({
  v: z.literal(1),
  gatepost: z.string(),
  createdAt: z.iso.datetime(),
  installationId: z.string(),
  /** What people call it: the names of its schools. */
  schools: z.array(z.string()),
  /** Migrations that made the database what it was, with their digests. */
  schema: z.array(z.object({ name: z.string(), sha256: digest })).min(1),
  postgresql: z.string(),
  /** Public names of the master keys that secrets in it are locked with. */
  masterKeys: z.array(z.string()),
  tables: z.array(tableSchema),
  /** The newest seal of each ledger. */
  heads: z.array(headSchema),
  /** False where only the database was backed up, as before an upgrade. */
  withFiles: z.boolean(),
});
export type BackupHeader = z.infer<typeof headerSchema>;

export const sectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('table'), schema: z.enum(['public', 'sign_in']), name: z.string() }),
  z.object({ kind: z.literal('jobs') }),
  z.object({ kind: z.literal('file'), path: z.string() }),
]);
export type Section = z.infer<typeof sectionSchema>;

export const sectionEndSchema = z.object({ rows: count, bytes: count, sha256: digest });
export type SectionEnd = z.infer<typeof sectionEndSchema>;

export const footerSchema = z.object({
  sections: count,
  tables: count,
  rows: count,
  files: count,
  /** Of all sections, before they were made smaller. */
  bytes: count,
  /** Files that the database names and that were not there when their turn came. */
  missing: z.array(z.string()),
  sha256: digest,
});
export type BackupFooter = z.infer<typeof footerSchema>;

/** `table post`, `the jobs`, `file …`: for messages. */
export function sectionInWords(section: Section): string {
  if (section.kind === 'table') {
    return section.schema === 'public' ? `table ${section.name}` : `table ${section.schema}.${section.name}`;
  }
  return section.kind === 'jobs' ? 'the waiting jobs' : `file ${section.path}`;
}

export function frame(letter: string, ...parts: readonly Uint8Array[]): Buffer[] {
  const head = Buffer.allocUnsafe(FRAME_HEAD);
  head.write(letter, 0, 1, 'latin1');
  head.writeUInt32BE(
    parts.reduce((sum, part) => sum + part.length, 0),
    1,
  );
  return [head, ...parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.length))];
}
