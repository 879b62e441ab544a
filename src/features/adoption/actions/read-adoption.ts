// One adoption, with what it changes, who decides, who has signed, and what the reader can do now.
import { z } from 'zod';
import { either, onlyOperator, anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { sha256 } from '#kernel/canonical.ts';
import {
  comparePolicies,
  countsOf,
  documentInForce,
  localDate,
  responsiblePersons,
  versionRows,
} from '#features/policy/index.ts';
import { CONSENT } from '#features/signatures/index.ts';
import { adopts, keepsMinutes, visible } from '../access.ts';
import { bodiesOf } from '../bodies.ts';
import { inRole, lineLabel } from '../in-role.ts';
import { bodyKinds } from '../meeting.ts';
import { metadataOf, metadataShape } from '../metadata.ts';
import { countLines, linesShape } from '../lines.ts';
import { wayOut } from '../must-be-complete.ts';
import { namesOf } from '../names.ts';
import { approversNow } from '../next-step.ts';
import { governors } from '../queries.ts';
import { adoptionStates, decidedOn, shownSteps, stepShape } from '../shown.ts';
import { signedText } from '../signed-text.ts';
import { signaturesOf, slotsToday } from '../signing.ts';
import { isStuck, lineOf, type Slot } from '../slots.ts';
import { dayAt, documentSent, foundAdoption, isAsSent, standingOf } from '../standing.ts';

const people = z.array(z.object({ personId: z.string(), name: z.string() }));

export const readAdoption = defineAction({
  name: 'adoption.read',
  kind: 'read',
  summary: 'Read one adoption: what it changes, who has approved and signed, what it waits for.',
  route: 'GET /adoptions/{adoptionId}',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({ adoptionId: z.uuid() }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    policyTitle: z.string(),
    school: z.string(),
    draftId: z.string(),
    state: adoptionStates,
    edited: z.boolean().describe('The draft was edited after it was sent: it has to be sent anew'),
    sha256: z.string(),
    reason: z.string(),
    material: z.boolean(),
    materialReason: z.string(),
    clauses: z.array(z.string()).describe('That say whose signatures are needed'),
    sentBy: z.string(),
    sentAt: z.string(),
    closedAt: z.string().nullable(),
    closedBecause: z.string(),
    changes: z
      .object({
        added: z.number(),
        removed: z.number(),
        changed: z.number(),
        settings: z.number().describe('Answers that differ'),
        onlySaid: z.number().describe('Answers that are the same, and said in only one of the two'),
      })
      .nullable()
      .describe('Against what is in force now; null once it is over'),
    steps: z.array(stepShape),
    slots: z.array(
      z.object({
        role: z.string(),
        label: z.string(),
        candidates: z.array(
          z.object({
            personId: z.string(),
            name: z.string(),
            standsIn: z.boolean().describe('In the place of whoever holds the role, who is away'),
          }),
        ),
        wayOut: z
          .string()
          .describe('Where whoever holds the role has signed in another and cannot sign here: what to do; else empty'),
        isOpen: z.boolean(),
        signature: z
          .object({
            id: z.string(),
            name: z.string(),
            as: z.string().describe('In which role: `the headteacher`, or `standing in for the headteacher`'),
            typedName: z.string(),
            at: z.string(),
            digest: z.string(),
          })
          .nullable(),
      }),
    ),
    lines: linesShape,
    responsible: z.array(z.object({ role: z.string(), label: z.string(), people: z.array(z.string()) })),
    version: z.object({ id: z.string(), n: z.number(), effectiveOn: z.string(), begun: z.boolean() }).nullable(),
    ...metadataShape.shape,
    may: z.object({
      decide: z.boolean(),
      recordMeeting: z.boolean(),
      adopt: z.boolean(),
      withdraw: z.boolean(),
      exportAll: z.boolean(),
    }),
    sign: z
      .object({ as: z.string(), text: z.string(), seen: z.string(), consent: z.string() })
      .nullable()
      .describe('The line that the reader can sign on now, and exactly what they sign'),
    members: people.describe('Governors, for the record of a meeting'),
    bodies: z.array(z.enum(bodyKinds)).describe('Those that may have met on it'),
    today: z.string(),
  }),
  controls: ['policy.adoption', 'policy.signatures', 'policy.responsible-persons'],
}).handle(async (context, { adoptionId }) => {
  const { db, scopeId, actor, at } = context;
  const found = await foundAdoption(context, adoptionId);
  const standing = await standingOf(context, found);
  const isOpen = found.state === 'open' && isAsSent(standing);
  const { steps, current, draft } = standing;
  const asked = isOpen && current ? await approversNow(context, current, steps, draft) : [];
  const [document, today] = await Promise.all([documentSent(context, standing), localDate(db, scopeId, at)]);
  const slots = isOpen && document ? await slotsToday(context, found, document, current === undefined) : [];
  const me = actor.kind === 'person' ? actor.personId : '';
  const isAsked = [...asked, ...slots.flatMap(({ candidates }) => candidates)].some(({ personId }) => personId === me);
  const row = visible(actor, found, isAsked);
  const recordsMeeting =
    isOpen && current?.kind === 'body' && keepsMinutes.allows(actor) && !draft.authors.includes(me);
  const [signatures, decided, names, versions, inForce, members, bodies, responsible] = await Promise.all([
    signaturesOf(context, row),
    decidedOn(context, [row.id], steps),
    namesOf(context, [row.sent_by]),
    versionRows(db, scopeId),
    documentInForce(db, scopeId, at),
    recordsMeeting ? governors(db, scopeId, today) : [],
    recordsMeeting ? bodiesOf(db) : [],
    isOpen && document ? responsiblePersons(db, scopeId, document, today) : [],
  ]);
  const version = versions.find(({ id }) => id === row.version_id);
  const difference = isOpen && document ? comparePolicies(inForce.document, document) : null;
  const shown = shownSteps(row, steps, decided, asked);
  const mine = lineOf(slots, me);
  const text =
    document && mine ? signedText(document, { sha256: row.sha256, on: await dayAt(context, row.sent_at) }) : '';
  const given: readonly Slot<(typeof signatures)[number]>[] = isOpen
    ? slots
    : signatures.map((signature) => ({
        role: signature.capacity as Slot['role'],
        candidates: [signature],
        signedElsewhere: [],
        signature,
        isOpen: false,
      }));
  const calledOff = version?.why === 'cancelled';
  return {
    id: row.id,
    title: row.title,
    policyTitle: document?.title ?? row.title,
    school: document?.school ?? '',
    draftId: row.draft_id,
    state: calledOff ? ('called-off' as const) : (row.state as 'open'),
    edited: row.state === 'open' && !isOpen,
    sha256: row.sha256,
    reason: row.reason,
    material: row.material,
    materialReason: row.material_reason,
    clauses: row.clauses,
    sentBy: names.get(row.sent_by) ?? '',
    sentAt: row.sent_at,
    closedAt: row.closed_at,
    closedBecause: row.closed_because,
    changes: difference && countsOf(difference),
    steps: shown,
    slots: given.map(({ role, candidates, signedElsewhere, signature, isOpen: open }) => ({
      role,
      wayOut: isStuck({ role, candidates, signedElsewhere, signature, isOpen: open }) ? wayOut({ role }) : '',
      label: lineLabel(role),
      candidates: candidates.map(({ personId, name, standingInFor }) => ({
        personId,
        name,
        standsIn: standingInFor !== null,
      })),
      isOpen: open,
      signature: signature && {
        id: signature.id,
        name: signature.name,
        as: inRole(role, signature.capacity === role && signature.standingInFor !== null),
        typedName: signature.typedName,
        at: signature.at,
        digest: signature.digest,
      },
    })),
    lines: isOpen && document && current === undefined ? countLines(slots) : null,
    responsible: responsible.map(({ role, label, people: holders }) => ({
      role,
      label,
      people: holders.map(({ name }) => name),
    })),
    version: version
      ? { id: version.id, n: version.n, effectiveOn: version.effective_on, begun: version.effective_on <= today }
      : null,
    ...metadataOf(shown),
    may: {
      decide: current?.kind === 'person' && asked.some(({ personId }) => personId === me),
      recordMeeting: recordsMeeting,
      adopt:
        isOpen && current === undefined && slots.every(({ signature }) => signature !== null) && adopts.allows(actor),
      withdraw:
        (adopts.allows(actor) || me === row.sent_by) &&
        (row.state === 'open' || (row.state === 'adopted' && !calledOff && (version?.effective_on ?? '') > today)),
      exportAll: adopts.allows(actor),
    },
    sign: mine
      ? { as: inRole(mine.role, mine.standingInFor !== null), text, seen: sha256(text), consent: CONSENT }
      : null,
    members,
    bodies,
    today,
  };
});
