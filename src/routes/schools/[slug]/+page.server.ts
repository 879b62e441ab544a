// The noticeboard: what the school has published here, newest first, twenty to a page.
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { nowOf } from '../../answering.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, params, url } = event;
    const [beforeAt, beforeId] = [url.searchParams.get('before'), url.searchParams.get('id')];
    const older = beforeAt && beforeId ? { beforeAt, beforeId } : {};
    const { api } = await locals.gatepost.publicSchools.at(params.slug);
    const [{ zone }, { notices, more }] = await Promise.all([
      api.schools.readFront({}),
      api.posts.readNoticeboard(older),
    ]);
    const now = nowOf(event);
    const last = notices.at(-1);
    return {
      isFirst: Object.keys(older).length === 0,
      notices: notices.map(({ id, words, pictures, publishedAt }) => ({
        id,
        words,
        pictures,
        at: { iso: publishedAt, text: sayMoment(publishedAt, zone, now) },
      })),
      older: more && last ? `?${new URLSearchParams({ before: last.publishedAt, id: last.id })}` : null,
    };
  });
