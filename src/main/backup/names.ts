// How backup files are called: by installation and time, so that their names sort by age and two installations may share a folder.
import { PARTIAL } from './whole-file.ts';

const SHAPE = /^gatepost-([0-9a-f]{8})-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup(\.age)?$/;

/** `gatepost-1a2b3c4d-20261120T031500Z`, without its ending. The end of the id: its beginning is only a date. */
export function backupName(installationId: string, at: Temporal.Instant): string {
  const time = at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
  return `gatepost-${installationId.slice(-8)}-${time}`;
}

/** Is this the beginning of a backup of that installation, named by its time? */
export const isPartialOf = (name: string, installationId: string): boolean =>
  name.startsWith(`gatepost-${installationId.slice(-8)}-`) && name.endsWith(PARTIAL);

/** When the backup of that name was made; null for a file that is none, or of another installation. */
export function timeInName(name: string, installationId: string): Temporal.Instant | null {
  const parts = SHAPE.exec(name);
  if (!parts || parts[1] !== installationId.slice(-8)) return null;
  const [, , year, month, day, hour, minute, second] = parts;
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  } catch {
    return null;
  }
}
