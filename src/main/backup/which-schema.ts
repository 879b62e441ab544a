// May this program restore a backup of that schema, and by which migrations was it made?
import { readMigrations, type Migration } from '#db/migrate.ts';
import { fail } from '#kernel/errors.ts';
import type { BackupHeader } from './container.ts';

/** @throws when it was written by a newer Gatepost, or by one whose migrations were not ours */
export function migrationsOf({ schema, gatepost }: Pick<BackupHeader, 'schema' | 'gatepost'>): Migration[] {
  const known = new Map(readMigrations().map((migration) => [migration.name, migration]));
  return schema.map(({ name, sha256 }) => {
    const migration = known.get(name);
    if (migration === undefined) {
      throw fail.conflict({
        code: 'backup-of-newer',
        message: `This backup was written by a newer Gatepost (${gatepost}; it knows ${name}).`,
        remedy: 'Install that version or newer, and restore with it. Nothing was changed.',
      });
    }
    if (migration.sha256 !== sha256) {
      throw fail.conflict({
        code: 'backup-of-other-schema',
        message: `This backup comes from a Gatepost whose ${name} differs from ours.`,
        remedy: 'Restore it with the Gatepost that made it. Nothing was changed.',
      });
    }
    return migration;
  });
}
