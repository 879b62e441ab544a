// What a draft says besides its clauses and answers: of itself, what words mean, what it relies on, and choices that were made.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { readsDrafts, writesPolicy } from '../access.ts';
import { isOpen } from '../draft.ts';
import { draftId } from '../input.ts';
import { partRows, type PartRow } from '../queries.ts';
import { parentName } from '../parent-name.ts';
import { readableDraft } from '../readable-draft.ts';
import type { PartKind } from '../draft.ts';

const kept = { key: z.string(), revision: z.number() };

export const readDraftEntries = defineAction({
  name: 'drafting.readEntries',
  kind: 'read',
  summary: 'Read what a draft says of itself, what its words mean, and what it relies on.',
  route: 'GET /policy/drafts/{draftId}/entries',
  scope: 'school',
  who: readsDrafts,
  token: 'policy:read',
  input: z.object({ draftId }),
  output: z.object({
    name: z.string(),
    changeNote: z.string(),
    material: z.boolean().nullable(),
    materialReason: z.string(),
    mayEdit: z.boolean(),
    about: z.object({
      revision: z.number(),
      title: z.string(),
      school: z.string(),
      edition: z.string(),
      derivedFrom: z.string(),
      derivedFromName: z.string().describe('In words; empty where it is no policy that is known here'),
      ethos: z.string(),
    }),
    definitions: z.array(z.object({ ...kept, term: z.string(), meaning: z.string(), clause: z.string() })),
    linkedPolicies: z.array(z.object({ ...kept, title: z.string(), clauses: z.array(z.string()) })),
    choices: z.array(
      z.object({
        ...kept,
        question: z.string(),
        chosen: z.string(),
        because: z.string(),
        clauses: z.array(z.string()),
      }),
    ),
    clauses: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
  }),
  controls: ['policy.drafting', 'policy.definitions', 'policy.linked', 'policy.choices'],
}).handle(async (context, { draftId: id }) => {
  const { db, scopeId, actor } = context;
  const draft = await readableDraft(context, id);
  const rows = await partRows(db, scopeId, id);
  const of = <Kind extends PartKind>(kind: Kind) =>
    rows
      .filter((row): row is PartRow<Kind> => row.kind === kind)
      .flatMap(({ key, revision, content }) => (content === null ? [] : [{ key, revision, content }]));
  const [about] = of('about');
  return {
    name: draft.name,
    changeNote: draft.change_note,
    material: draft.material,
    materialReason: draft.material_reason,
    mayEdit: writesPolicy.allows(actor) && isOpen(draft.state),
    about: {
      revision: about!.revision,
      title: about!.content.title,
      school: about!.content.school,
      edition: about!.content.edition ?? '',
      derivedFrom: about!.content.derivedFrom ?? '',
      derivedFromName: await parentName(context, about!.content.derivedFrom),
      ethos: about!.content.ethos ?? '',
    },
    definitions: of('definition').map(({ content, ...rest }) => ({ ...rest, ...content })),
    linkedPolicies: of('linked').map(({ content, ...rest }) => ({
      ...rest,
      ...content,
      clauses: [...content.clauses],
    })),
    choices: of('choice').map(({ content, ...rest }) => ({
      ...rest,
      question: content.question,
      chosen: content.chosen,
      because: content.because,
      clauses: [...content.clauses],
    })),
    clauses: of('clause').map(({ content }) => ({ id: content.id, number: content.number, title: content.title })),
  };
});
