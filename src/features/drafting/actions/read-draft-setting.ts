// One setting of a draft whole: its question, its answer, the clauses that could give it, what reads it, and its edits.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import {
  answerFrom,
  answerOf,
  answerShape,
  answerView,
  behindOn,
  capital,
  controlsReading,
  documentInForce,
  doesOf,
  doesShape,
  localDate,
  placeKinds,
  placesFor,
  platformOptions,
  settingFor,
  settings,
  shapeOf,
  shapeSchema,
} from '#features/policy/index.ts';
import { readsDrafts, writesPolicy } from '../access.ts';
import { isOpen } from '../draft.ts';
import { draftId } from '../input.ts';
import { editRows, partRow } from '../queries.ts';
import { readableDraft } from '../readable-draft.ts';
import { draftDocument } from '../standing.ts';
import { editOf } from '../told.ts';
import { editView } from '../views.ts';
import { namesOf } from '../writers.ts';

export const readDraftSetting = defineAction({
  name: 'drafting.readSetting',
  kind: 'read',
  summary: 'Read one setting of a draft: its answer and the clauses that could give it.',
  route: 'GET /policy/drafts/{draftId}/settings/{settingId}',
  scope: 'school',
  who: readsDrafts,
  token: 'policy:read',
  input: z.object({ draftId, settingId: z.string().max(100) }),
  output: z.object({
    draft: z.object({ id: z.string(), name: z.string(), state: z.string() }),
    id: z.string(),
    question: z.string(),
    silent: z.boolean().describe('The draft says nothing: this is Gatepost’s default'),
    answer: answerShape,
    by: z.array(z.string()),
    revision: z.number().describe('0 where the draft has never answered it'),
    changedBy: z.string(),
    mayEdit: z.boolean(),
    inForce: answerShape,
    starter: answerShape.describe('What holds where the draft is silent'),
    shape: shapeSchema.describe('What an answer looks like'),
    places: z
      .array(
        z.object({ kind: z.enum(placeKinds), options: z.array(z.object({ value: z.string(), label: z.string() })) }),
      )
      .describe('For what another answer can hold; accounts are those of the register'),
    clauses: z
      .array(z.object({ id: z.string(), number: z.string(), title: z.string(), serves: z.boolean() }))
      .describe('All of the draft; those that rest on what reads this setting come first'),
    does: doesShape,
    edits: z.array(editView),
  }),
  controls: ['policy.drafting'],
}).handle(async (context, { draftId: id, settingId }) => {
  const { db, scopeId, at, actor, controls } = context;
  const draft = await readableDraft(context, id);
  const setting = settingFor(settingId);
  const [document, inForce, starter, row, edits] = await Promise.all([
    draftDocument(db, scopeId, id),
    documentInForce(db, scopeId, at),
    localDate(db, scopeId, at).then((today) => behindOn(db, today)),
    partRow(db, scopeId, id, 'setting', settingId),
    editRows(db, scopeId, id, { part: { kind: 'setting', key: settingId }, limit: 30 }),
  ]);
  const reading = controlsReading(settingId, controls);
  const readers = new Set(reading.map(({ control }) => control.id));
  const nameOf = await namesOf(db, scopeId, [row?.changed_by ?? null, ...edits.map((one) => one.edited_by)]);
  const own = document.settings[settingId];
  const kinds = document.settings[settings.content.categories.id] ?? starter.settings[settings.content.categories.id];
  const categories = settings.content.categories.schema.parse(kinds?.is);
  const optionsOf = {
    account: [],
    platform: platformOptions(),
    category: categories.map((one) => ({ value: one.id, label: capital(one.label) })),
  };
  const clauses = document.clauses.map((clause) => ({
    id: clause.id,
    number: clause.number,
    title: clause.title,
    serves: clause['rests-on'].some((control) => readers.has(control)),
  }));
  return {
    draft: { id: draft.id, name: draft.name, state: draft.state },
    id: setting.id,
    question: setting.question,
    silent: own === undefined,
    answer: answerView(setting, own ? answerFrom(own) : answerOf(document, starter, setting.id)),
    by: [...(own?.by ?? [])],
    revision: row?.revision ?? 0,
    changedBy: nameOf(row?.changed_by ?? null),
    mayEdit: writesPolicy.allows(actor) && isOpen(draft.state),
    inForce: answerView(setting, answerOf(inForce.document, starter, setting.id)),
    starter: answerView(setting, answerFrom(starter.settings[setting.id]!)),
    shape: shapeOf(setting),
    places: placesFor(setting.id).map((kind) => ({ kind, options: optionsOf[kind] })),
    clauses: [...clauses.filter((one) => one.serves), ...clauses.filter((one) => !one.serves)],
    does: doesOf(reading),
    edits: edits.map((one) => editOf(one, nameOf)),
  };
});
