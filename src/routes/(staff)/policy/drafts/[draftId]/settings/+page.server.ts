// What a draft settles: every question with its answer, by area.
import { shown } from '#surfaces/web/answer.ts';
import { saidIn } from '../../../../said.ts';
import { AREA_ORDER, areaOf } from '../../../settings/areas.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { draftId } = event.params;
    const { name, mayEdit, settings } = await event.locals.api.drafting.listSettings({ draftId });
    return {
      said: saidIn(event.url),
      draftId,
      name,
      mayEdit,
      differing: settings.filter(({ change }) => change !== 'same').length,
      silent: settings.filter(({ silent }) => silent).length,
      count: settings.length,
      areas: AREA_ORDER.map((heading, at) => ({
        id: `area-${at + 1}`,
        heading,
        settings: settings.filter(({ id }) => areaOf(id) === heading),
      })).filter((area) => area.settings.length > 0),
    };
  });
