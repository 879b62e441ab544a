// One notice at its permanent address. One that was taken down says so, and is gone for search engines too.
import { error } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { nowOf } from '../../../../answering.ts';
import { titleOf } from '../../notice-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, params } = event;
    const { api } = await locals.gatepost.publicSchools.at(params.slug);
    const [{ zone }, notice] = await Promise.all([
      api.schools.readFront({}),
      api.posts.readNotice({ noticeId: params.noticeId }),
    ]);
    const now = nowOf(event);
    const { id, words, pictures, publishedAt, removedAt } = notice;
    if (removedAt !== null) error(410, `It stood here until ${sayMoment(removedAt, zone, now)}.`);
    return {
      title: titleOf(words),
      address: `${locals.gatepost.origin}/schools/${params.slug}/notices/${id}`,
      notice: { id, words, pictures, at: { iso: publishedAt, text: sayMoment(publishedAt, zone, now) } },
    };
  });
