// Evidence: what was done under each clause of the policy, counted from the sealed ledger and walked back to its entries.
import { defineFeature } from '#kernel/feature.ts';
import { chooseTeaching } from './actions/choose-teaching.ts';
import { exportEvidence } from './actions/export-evidence.ts';
import { findTrust } from './actions/find-trust.ts';
import { judgeObjective } from './actions/judge-objective.ts';
import { listClauses } from './actions/list-clauses.ts';
import { listEntries } from './actions/list-entries.ts';
import { noteReach } from './actions/note-reach.ts';
import { publishHealth } from './actions/publish-health.ts';
import { readClause } from './actions/read-clause.ts';
import { readHealth } from './actions/read-health.ts';
import { readTrustHealth } from './actions/read-trust-health.ts';
import { evidenceControls } from './controls.ts';
import { tellTrustOfHealth } from './jobs/tell-trust.ts';

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
    findTrust,
    publishHealth,
    readTrustHealth,
  ],
  controls: evidenceControls,
  jobs: [tellTrustOfHealth],
});
