// Hears that somebody leaves, so that nothing of theirs is forgotten.
import { personLeft } from '#features/people/index.ts';
import { on } from '#kernel/events.ts';
import { defineJob } from '#kernel/jobs.ts';
import { noteLeaver } from './actions/note-leaver.ts';

export const noteLeaverJob = defineJob({
  name: 'accounts.noteLeaver',
  summary: 'Note that a leaver’s authority over accounts ends once their last day is over.',
  payload: personLeft.payload,
  attempts: 20,
  run: async ({ act }, payload) => void (await act(noteLeaver, payload)),
});

export const whenSomebodyLeaves = on(personLeft, noteLeaverJob);
