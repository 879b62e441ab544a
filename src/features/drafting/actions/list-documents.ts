// Everything that can be compared, exported or begun from: versions, drafts and model policies, each with its address.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import {
  issuedOf,
  loadModelPolicy,
  localDate,
  modelPolicyNames,
  settingById,
  trustDocumentOn,
  versionRows,
} from '#features/policy/index.ts';
import { readsDraft } from '../access.ts';
import { TRUST } from '../document-at.ts';
import { monthInWords } from '../exporting/edition.ts';
import { draftRows, stateOf } from '../queries.ts';

export const listDocuments = defineAction({
  name: 'drafting.listDocuments',
  kind: 'read',
  summary: 'List the versions, drafts and model policies that can be compared or exported.',
  route: 'GET /policy/documents',
  scope: 'school',
  who: anySignedIn,
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    documents: z.array(
      z.object({ address: z.string(), kind: z.enum(['in-force', 'version', 'draft', 'model']), name: z.string() }),
    ),
  }),
  controls: ['policy.drafting'],
}).handle(async ({ db, scopeId, actor, at }) => {
  const [versions, drafts, trust, models] = await Promise.all([
    versionRows(db, scopeId),
    draftRows(db, scopeId),
    localDate(db, scopeId, at).then((today) => trustDocumentOn(db, 'of-this-school', today)),
    Promise.all(modelPolicyNames.map(async (name) => ({ name, document: await loadModelPolicy(name) }))),
  ]);
  const changed = (id: string): string => settingById(id)?.question ?? id;
  return {
    documents: [
      { address: 'in-force', kind: 'in-force' as const, name: 'The policy in force' },
      ...drafts
        .filter((row) => row.state !== 'discarded' && readsDraft(actor, { ...row, state: stateOf(row) }))
        .map((row) => ({ address: `draft:${row.id}`, kind: 'draft' as const, name: `Draft: ${row.name}` })),
      ...versions
        .filter(({ why }) => why !== 'carried-over')
        .map((row) => ({
          address: `version:${row.id}`,
          kind: 'version' as const,
          name: `Version ${row.n}, issued ${monthInWords(issuedOf(row.edition, row.effective_on))}${
            row.changes === null ? '' : ` (changed: ${changed(row.changes)})`
          }`,
        })),
      ...(trust
        ? [{ address: TRUST, kind: 'model' as const, name: `The trust’s policy: ${trust.document.title}` }]
        : []),
      ...models.map(({ name, document }) => ({
        address: `model:${name}`,
        kind: 'model' as const,
        name: name === 'starter' ? 'Model: Gatepost’s own' : `Model: ${document.school}`,
      })),
    ],
  };
});
