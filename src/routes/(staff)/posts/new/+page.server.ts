// A new post: nothing is begun before the first save.
import { shown } from '#surfaces/web/answer.ts';
import { composerActions } from '../composer/composer-actions.ts';
import { composerData } from '../composer/composer-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => shown(event, async () => ({ composer: await composerData(event) }));

const { look, save, send, fix, contest, ask, arrange, picture } = composerActions;
export const actions = { look, save, send, fix, contest, ask, arrange, picture };
