// Cleans pictures for the media feature: weighs each first, lets one in at a time, and opens it in a process apart.
import type { CleanedPicture, PictureCleaner, PictureSource } from '#features/media/ports.ts';
import { fail } from '#kernel/errors.ts';
import { busy, tooHeavy } from './refusals.ts';
import { openSandbox } from './sandbox.ts';
import { inTurns } from './turns.ts';

export interface ImageCleanerLimits {
  readonly bytes: number;
  /** Width times height; enough for the 50-megapixel photos of today's phones. */
  readonly pixels: number;
  /** From the first byte to the finished thumbnail. */
  readonly seconds: number;
  /** How many may wait their turn before others are asked to come back. */
  readonly waiting: number;
}

const LIMITS: ImageCleanerLimits = { bytes: 25_000_000, pixels: 64_000_000, seconds: 20, waiting: 20 };

export function createImageCleaner(wanted: Partial<ImageCleanerLimits> = {}): PictureCleaner & AsyncDisposable {
  const limits = { ...LIMITS, ...wanted };
  const inTurn = inTurns(limits.waiting, busy);
  const sandbox = openSandbox();

  async function cleanNow(source: PictureSource): Promise<CleanedPicture> {
    const request = { bytes: await source.read(), limitPixels: limits.pixels };
    const answer = await sandbox.ask(request, limits.seconds);
    if ('refused' in answer) throw fail.invalid(answer.refused);
    if ('broken' in answer) throw fail.internal(new Error(answer.broken));
    return answer.cleaned;
  }

  return {
    clean: async (source) => {
      if (source.size > limits.bytes) throw tooHeavy(limits.bytes);
      return inTurn(() => cleanNow(source));
    },
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}
