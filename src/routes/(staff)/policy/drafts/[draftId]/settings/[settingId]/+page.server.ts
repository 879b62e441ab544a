// One setting of a draft, asked as a plain question: its answer, which clause gives it, and what it would change.
import type { RequestEvent } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../../../answering.ts';
import { backTo, saidIn } from '../../../../../said.ts';
import { answerIn, listOf, overridesIn } from '../../../../settings/[settingId]/answer-fields.ts';
import { placeOptions, placesIn } from '../../../../settings/[settingId]/place-options.ts';
import { wouldChange } from '../../../would-change.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { draftId, settingId } = event.params;
    const { api } = event.locals;
    const [setting, { accounts }] = await Promise.all([
      api.drafting.readSetting({ draftId, settingId }),
      api.accounts.list({}),
    ]);
    const now = nowOf(event);
    const place = placesIn(accounts);
    return {
      said: saidIn(event.url),
      ...setting,
      answer: {
        ...setting.answer,
        overrides: setting.answer.overrides.map((one) => ({ ...one, where: place(one) })),
      },
      places: placeOptions(setting.places, accounts, setting.answer.overrides),
      /** Whoever comes from a clause finds it chosen. */
      by: setting.by.length > 0 ? setting.by : [event.url.searchParams.get('by') ?? ''].filter((id) => id !== ''),
      edits: setting.edits.map((edit) => ({ ...edit, when: sayMoment(edit.at, ZONE, now) })),
    };
  });

export const actions: Actions = {
  save: (event) =>
    done(event, async (input) => {
      const { changed } = await event.locals.api.drafting.saveSetting({
        draftId: event.params.draftId,
        revision: Number(input['revision']),
        ...(await answered(event, input)),
      });
      backTo(event.url.pathname, changed ? 'draft-saved' : 'draft-same');
    }),
  look: (event) =>
    done(event, async (input) => {
      const { draftId } = event.params;
      const preview = await event.locals.api.drafting.preview({ draftId, setting: await answered(event, input) });
      return { look: { ...preview, wouldChange: wouldChange(preview.counts) }, values: input };
    }),
};

/** The form's fields as an answer. */
async function answered(
  { locals, params }: Pick<RequestEvent<{ draftId: string; settingId: string }>, 'locals' | 'params'>,
  input: Readonly<Record<string, unknown>>,
) {
  const { draftId, settingId } = params;
  const { shape, places } = await locals.api.drafting.readSetting({ draftId, settingId });
  const clause = input['clause'];
  return {
    settingId,
    silent: input['silent'] === 'yes',
    is: answerIn(shape, input['is']),
    ...(places.length > 0 ? { overrides: overridesIn(shape, input['overrides']) } : {}),
    by: [
      ...new Set([
        ...listOf(input['by']).map(String),
        ...(typeof clause === 'string' && clause !== '' ? [clause] : []),
      ]),
    ],
  };
}
