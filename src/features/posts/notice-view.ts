// A notice as the public sees it.
import { z } from 'zod';

/** What a page and a feed must know of a picture beforehand. */
const noticePicture = z.object({
  mediaId: z.string(),
  alt: z.string(),
  contentType: z.string(),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
});
export type NoticePicture = z.infer<typeof noticePicture>;

export const noticeSchema = z.object({
  id: z.string(),
  board: z.string(),
  words: z.string(),
  pictures: z.array(noticePicture),
  publishedAt: z.string(),
  removedAt: z.string().nullable(),
});

export const shownNotice = (row: {
  id: string;
  board: string;
  words: string;
  pictures: unknown;
  published_at: string;
  removed_at: string | null;
}): z.input<typeof noticeSchema> => ({
  id: row.id,
  board: row.board,
  words: row.removed_at === null ? row.words : '',
  pictures: row.removed_at === null ? (row.pictures as NoticePicture[]) : [],
  publishedAt: row.published_at,
  removedAt: row.removed_at,
});
