// A new post: nothing is begun before the first save; and nothing is offered before what the policy puts first.
import { shown } from '#surfaces/web/answer.ts';
import { saidIn } from '../../said.ts';
import { beforeWriting } from '../before/before-writing.ts';
import { composerActions } from '../composer/composer-actions.ts';
import { composerData } from '../composer/composer-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const [composer, before] = await Promise.all([composerData(event), beforeWriting(event)]);
    return { composer, before, said: saidIn(event.url) };
  });

const { look, save, send, fix, contest, ask, arrange, picture } = composerActions;
export const actions = { look, save, send, fix, contest, ask, arrange, picture };
