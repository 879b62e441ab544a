// Reads one line of `gatepost check --lines`: a JSON object with a draft.
import { z } from 'zod';
import type { Draft } from './draft.ts';

const line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  channel: z.string().optional(),
  category: z.string().nullable().optional(),
  media: z
    .array(
      z.object({ kind: z.enum(['image', 'video', 'file']), alt: z.string().nullish(), fileName: z.string().nullish() }),
    )
    .optional(),
});

export interface DraftLine {
  readonly id?: string | number;
  readonly draft: Draft;
}

/** The draft of one line, or what is wrong with it. */
export const readDraftLine = (written: string, channel: string | undefined): DraftLine | string => {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch {
    return 'this is not JSON';
  }
  const read = line.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return `“${issue?.path.join('.') ?? ''}” is missing or of the wrong kind`;
  }
  const { id, text, media, category } = read.data;
  const platform = read.data.channel ?? channel;
  return {
    id,
    draft: {
      text,
      ...(platform === undefined ? {} : { platform }),
      ...(category === undefined ? {} : { category }),
      ...(media === undefined
        ? {}
        : {
            media: media.map(({ kind, alt, fileName }) => ({
              kind,
              ...(alt === null || alt === undefined ? {} : { alt }),
              ...(fileName === null || fileName === undefined ? {} : { fileName }),
            })),
          }),
    },
  };
};
