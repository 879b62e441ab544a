// A module of the school's own.
import { shown } from '#surfaces/web/answer.ts';
import { done, wrong } from '../../../../answering.ts';
import { backTo } from '../../../said.ts';
import { lessonInput } from '../lesson-input.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    await event.locals.api.training.readPlan({}); // whoever does not plan has nothing to write here
    return {};
  });

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const lesson = lessonInput(input);
      if (typeof lesson === 'string') return wrong('questionsText', lesson, input);
      const { moduleId } = await event.locals.api.training.writeModule(lesson as never);
      return backTo(`/training/manage/${moduleId}`, 'training-written');
    }),
};
