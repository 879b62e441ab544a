// What a disk that cannot take or give a file means to the person who is waiting.
import { fail } from '#kernel/errors.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const NOT_ANSWERING = new Set(['EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'ESTALE', 'ETIMEDOUT', 'ENODEV']);

/** Errors of the disk become `unavailable`; every other error stays what it was. */
export function storageFailure(error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (FULL.has(code)) {
    return fail.unavailable({
      code: 'disk-full',
      message: 'There is no room left to store this file. Nothing was kept of it.',
      remedy: 'Tell whoever looks after Gatepost that the disk is full, and try again when there is room.',
      cause: error,
    });
  }
  if (NOT_ANSWERING.has(code)) {
    return fail.unavailable({
      code: 'storage-not-answering',
      message: 'The place where files are kept is not answering.',
      remedy: `Try again in a few minutes. If it happens twice, tell whoever looks after Gatepost (${code}).`,
      cause: error,
    });
  }
  return error;
}

export function tooLarge(limitBytes: number) {
  const megabytes = Math.floor(limitBytes / 1_000_000);
  const limit = megabytes > 0 ? `${megabytes} MB` : `${limitBytes} bytes`;
  return fail.invalid({
    code: 'upload-too-large',
    message: `This file is larger than ${limit}.`,
    remedy: 'Make it smaller (for a photo, save it at a lower resolution) and add that copy.',
  });
}

/** Runs work on the disk; what the disk cannot do is told as such. */
export async function answering<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFailure(error);
  }
}
