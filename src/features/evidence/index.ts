// Evidence: what was done under each clause of the policy, counted from the sealed ledger and walked back to its entries.
import { defineFeature } from '#kernel/feature.ts';
import { chooseTeaching } from './actions/choose-teaching.ts';
import { exportEvidence } from './actions/export-evidence.ts';
import { judgeObjective } from './actions/judge-objective.ts';
import { listClauses } from './actions/list-clauses.ts';
import { listEntries } from './actions/list-entries.ts';
import { noteReach } from './actions/note-reach.ts';
import { readClause } from './actions/read-clause.ts';
import { readHealth } from './actions/read-health.ts';
import { evidenceControls } from './controls.ts';

export const evidence = defineFeature({
  name: 'evidence',
  summary: 'What was done, refused and missed under each clause of the policy, from the sealed ledger.',
  actions: [
    readHealth,
    listClauses,
    readClause,
    listEntries,
    exportEvidence,
    noteReach,
    judgeObjective,
    chooseTeaching,
  ],
  controls: evidenceControls,
});
