// A notice as the public sees it.
import { z } from 'zod';

export const noticeSchema = z.object({
  id: z.string(),
  board: z.string(),
  words: z.string(),
  pictures: z.array(z.object({ mediaId: z.string(), alt: z.string() })),
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
  pictures: row.removed_at === null ? (row.pictures as { mediaId: string; alt: string }[]).map(({ mediaId, alt }) => ({ mediaId, alt })) : [],
  publishedAt: row.published_at,
  removedAt: row.removed_at,
});
