// The school's official accounts, and whether one that somebody saw is among them.
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { nowOf } from '../../../answering.ts';
import { officialOf } from './is-ours.ts';
import type { PageServerLoad } from './$types';

const LONGEST = 500;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, params, url } = event;
    const { api } = await locals.gatepost.publicSchools.at(params.slug);
    const [{ zone }, { accounts }] = await Promise.all([api.schools.readFront({}), api.accounts.listOfficial({})]);
    const board = `${locals.gatepost.origin}/schools/${params.slug}`;
    const ours = accounts.map((one) =>
      one.connector === 'noticeboard' ? { ...one, address: one.address || board } : one,
    );
    const asked = (url.searchParams.get('q') ?? '').slice(0, LONGEST);
    return {
      accounts: ours,
      asked,
      found: asked.trim() === '' ? null : officialOf(asked, ours),
      now: sayMoment(nowOf(event), zone, nowOf(event)),
    };
  });
