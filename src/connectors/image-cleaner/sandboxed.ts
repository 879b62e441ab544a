// Runs in the process apart: takes one picture after another, answers with the clean one or with why not.
import type { CleanedPicture } from '#features/media/ports.ts';
import { isFailure, type FailureFacts } from '#kernel/errors.ts';
import { cleanPicture, restrictDecoding } from './clean-picture.ts';

export interface Request {
  readonly bytes: Uint8Array;
  readonly limitPixels: number;
}

export type Answer =
  { readonly cleaned: CleanedPicture } | { readonly refused: FailureFacts } | { readonly broken: string };

async function answer({ bytes, limitPixels }: Request): Promise<Answer> {
  try {
    return { cleaned: await cleanPicture(bytes, limitPixels) };
  } catch (error) {
    if (!isFailure(error)) return { broken: String(error) };
    const { code, message, remedy = '', cause } = error;
    return { refused: { code, message, remedy, cause: cause instanceof Error ? cause.message : undefined } };
  }
}

restrictDecoding();
process.on('message', (request: Request) => void answer(request).then((said) => process.send?.(said)));
process.send?.('ready');
