// On the morning after somebody's last day: what cannot end by its date alone ends now.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { finishLeaving } from '../actions/finish-leaving.ts';

export const actOnLeaving = defineJob({
  name: 'people.actOnLeaving',
  summary: 'End what hangs on somebody whose last day is over.',
  payload: z.object({ personId: z.string() }),
  attempts: 20,
  run: async ({ act }, payload) => void (await act(finishLeaving, payload)),
});
