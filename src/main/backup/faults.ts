// What can be wrong with a backup file, said to whoever stands before it on a bad day.
import { fail, type Failure } from '#kernel/errors.ts';

const OTHER_ONE = 'Nothing was restored from it. Take another backup of the same day, or the one before.';

export const cutShort = (position: number): Failure =>
  fail.invalid({
    code: 'backup-cut-short',
    message: `This backup is not whole: it ends after ${position} bytes, before its end.`,
    remedy: `Copy it again from where it came. ${OTHER_ONE}`,
  });

export const atByte = (position: number): Failure =>
  fail.invalid({
    code: 'backup-changed',
    message: `This backup was changed or damaged, at byte ${position} or in the 64 KiB behind it.`,
    remedy: `Copy it again from where it came. ${OTHER_ONE}`,
  });

/** The last piece does not fit, and nobody can tell whether it was changed or some of it is gone. */
export const wrongEnd = (position: number): Failure =>
  fail.invalid({
    code: 'backup-end-wrong',
    message: `This backup was cut short, or was changed in its last piece, behind byte ${position}.`,
    remedy: `Copy it again from where it came. ${OTHER_ONE}`,
  });

/** @param where such as `table post` */
export const changedIn = (where: string): Failure =>
  fail.invalid({
    code: 'backup-changed',
    message: `This backup was changed or damaged, in ${where}.`,
    remedy: `Copy it again from where it came. ${OTHER_ONE}`,
  });

export const notForThisKey = (): Failure =>
  fail.invalid({
    code: 'wrong-recovery-key',
    message: 'This backup is locked for another recovery key than the one given.',
    remedy: 'Give the recovery sheet that was in use when the backup was made: --identity FILE',
  });

export const noKeyGiven = (): Failure =>
  fail.invalid({
    code: 'recovery-key-needed',
    message: 'This backup is locked, and no recovery key was given.',
    remedy: 'Give the file of the recovery sheet, or a file with the line AGE-SECRET-KEY-1… of it: --identity FILE',
  });

export const notABackup = (name: string): Failure =>
  fail.invalid({
    code: 'not-a-backup',
    message: `${name} is not a backup of Gatepost.`,
    remedy: 'Backups end in .backup, .backup.age or .backup.sealed; make one with: gatepost backup',
  });
