// Hears that a draft was edited after it was sent, and closes its adoption.
import { on } from '#kernel/events.ts';
import { defineJob } from '#kernel/jobs.ts';
import { draftReopened } from '#features/drafting/index.ts';
import { closeEdited } from '../actions/close-edited.ts';

export const closeEditedJob = defineJob({
  name: 'adoption.closeEdited',
  summary: 'Close the adoption of a draft that was edited after it was sent.',
  payload: draftReopened.payload,
  attempts: 20,
  run: async ({ act }, { draftId }) => void (await act(closeEdited, { draftId })),
});

export const whenADraftIsEdited = on(draftReopened, closeEditedJob);
