// The public side of one school: its name and addresses, for the frame of every page here. Anybody may see it.
import { shown } from '#surfaces/web/answer.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) =>
  shown(event, async () => {
    const { slug } = event.params;
    const { api } = await event.locals.gatepost.publicSchools.at(slug);
    const { name, website, zone } = await api.schools.readFront({});
    return { school: { name, website, zone, home: `/schools/${slug}` } };
  });
