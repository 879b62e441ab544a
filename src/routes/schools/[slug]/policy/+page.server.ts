// The policy as parents and pupils read it: anybody may, and may ask it a question.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { sayIssue } from '../../../(staff)/policy/say-issue.ts';
import { nowOf } from '../../../answering.ts';
import type { PageServerLoad } from './$types';

const LONGEST = 300;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, params, url } = event;
    const { api } = await locals.gatepost.publicSchools.at(params.slug, event.getClientAddress());
    const audience = url.searchParams.get('for') === 'pupils' ? 'pupils' : 'parents';
    const question = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST);
    const [{ zone }, view, found] = await Promise.all([
      api.schools.readFront({}),
      api.guidance.readView({ audience }),
      question.length < 2 ? null : api.guidance.searchView({ audience, question }),
    ]);
    const here = `/schools/${params.slug}/policy`;
    return {
      audience,
      question,
      found,
      tabs: [
        { href: here, label: 'For parents', current: audience === 'parents' },
        { href: `${here}?for=pupils`, label: 'For pupils', current: audience === 'pupils' },
      ],
      view: {
        ...view,
        since: view.since === null ? null : sayDay(view.since, dayIn(nowOf(event), zone)),
        issued: view.issued === null ? null : sayIssue(view.issued),
      },
    };
  });
