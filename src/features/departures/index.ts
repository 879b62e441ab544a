// Departures: told to the headteacher before or after the event, decided, kept, and never removed.
import { defineFeature } from '#kernel/feature.ts';
import { decideDeparture } from './actions/decide-departure.ts';
import { listDepartures } from './actions/list-departures.ts';
import { openDeparture } from './actions/open-departure.ts';
import { readDeparture } from './actions/read-departure.ts';
import { replyToQuestion } from './actions/reply-to-question.ts';
import { withdrawDeparture } from './actions/withdraw-departure.ts';
import { departuresControls } from './controls.ts';

export { departuresDuties } from './duties.ts';
export { departureFigureRows } from './queries.ts';

export const departures = defineFeature({
  name: 'departures',
  summary: 'Departures from the policy: told of, justified, decided on and kept.',
  actions: [openDeparture, listDepartures, readDeparture, decideDeparture, replyToQuestion, withdrawDeparture],
  controls: departuresControls,
});
