// The whole register: linked policies, law and guidance, what is expected to change, and what is missing.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { activeHolders, dayOf, peopleByIds, personName } from '#features/people/index.ts';
import { KEEPING, keepsRegister } from '../access.ts';
import { gapShape, gapsInWordsShape } from '../gap-shape.ts';
import { gapsInWords, insteadOf } from '../gaps.ts';
import { guidanceKinds, type GuidanceEntry } from '../guidance.ts';
import { linkedKinds } from '../linked-kinds.ts';
import { readRegister } from '../register.ts';

const owner = z.object({ id: z.string(), name: z.string(), hasLeft: z.boolean() }).nullable();
const clauses = z.array(z.string()).readonly();

export const listReferences = defineAction({
  name: 'references.list',
  kind: 'read',
  summary: 'List the policies, the law and the guidance that the policy is read with, and what is missing among them.',
  route: 'GET /references',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    policies: z.array(
      z.object({
        id: z.string().nullable(),
        kind: z.enum(linkedKinds),
        title: z.string(),
        namedAs: z.string(),
        belongsTo: z.enum(['school', 'trust']).nullable(),
        owner,
        edition: z.string(),
        place: z.string(),
        reviewOn: z.string().nullable(),
        checkedAt: z.string().nullable(),
        state: z.enum(['current', 'outdated', 'missing']),
        clauses,
      }),
    ),
    guidance: z.array(
      z.object({
        key: z.string(),
        kind: z.enum(guidanceKinds),
        title: z.string(),
        namedAs: z.string(),
        body: z.string(),
        edition: z.string(),
        section: z.string(),
        datedOn: z.string().nullable(),
        place: z.string(),
        note: z.string(),
        owner,
        checkedAt: z.string().nullable(),
        checkedBy: z.string().nullable().describe('By whom, by name'),
        state: z.enum(['checked', 'check', 'superseded']),
        isCited: z.boolean().describe('The policy rests on it'),
        isCitedByHand: z.boolean(),
        namedInPolicy: z.array(z.string()).describe('How the policy names it'),
        instead: z.string().nullable().describe('The edition that holds in its place'),
        currentKey: z.string(),
        clauses,
      }),
    ),
    unknown: z.array(z.object({ title: z.string(), clauses })).describe('Named by the policy, and entered by nobody'),
    watch: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        why: z.string(),
        expected: z.string(),
        lookedAt: z.string().nullable(),
        closedAt: z.string().nullable(),
        outcome: z.string(),
      }),
    ),
    gaps: z.array(gapShape),
    gapsInWords: gapsInWordsShape,
    mayKeep: z.boolean(),
    owners: z.array(z.object({ id: z.string(), name: z.string() })).describe('Who may be named as an owner'),
  }),
  controls: ['policy.linked-register', 'policy.guidance-register'],
}).handle(async (context) => {
  const { db, scopeId, at, actor } = context;
  const { policies, guidance, watch, gaps } = await readRegister(context);
  const ids = [
    ...policies.map(({ entry }) => entry?.ownerId),
    ...guidance.entries.flatMap(({ ownerId, checkedBy }) => [ownerId, checkedBy]),
  ].filter((id): id is string => typeof id === 'string');
  const people = new Map((await peopleByIds(db, scopeId, [...new Set(ids)])).map((row) => [row.id, row]));
  const today = dayOf(at);
  const holders = keepsRegister(actor) ? await activeHolders(db, scopeId, KEEPING, today) : [];
  const owners = [...new Map(holders.map(({ personId, name }) => [personId, name]))];
  const ownerOf = (id: string | null | undefined) => {
    const row = id ? people.get(id) : undefined;
    return row ? { id: row.id, name: personName(row), hasLeft: row.ended_on !== null && row.ended_on < today } : null;
  };
  return {
    policies: policies.map(({ entry, state, kind, title, clauses }) => ({
      id: entry?.id ?? null,
      kind,
      title,
      namedAs: entry?.namedAs ?? '',
      belongsTo: entry?.belongsTo ?? null,
      owner: ownerOf(entry?.ownerId),
      edition: entry?.edition ?? '',
      place: entry?.place ?? '',
      reviewOn: entry?.reviewOn ?? null,
      checkedAt: entry?.checkedAt ?? null,
      state,
      clauses: [...clauses],
    })),
    guidance: guidance.entries.map((entry) => {
      const { ownerId, checkedBy, citedAt, named, successorKey: _successor, ...facts } = entry;
      return {
        ...facts,
        owner: ownerOf(ownerId),
        checkedBy: ownerOf(checkedBy)?.name ?? null,
        isCitedByHand: citedAt !== null,
        namedInPolicy: named.map(({ title }) => title),
        clauses: [...new Set(named.flatMap((one) => one.clauses))],
        instead: insteadIn(guidance.entries, entry),
      };
    }),
    unknown: guidance.unknown.map(({ title, clauses }) => ({ title, clauses: [...clauses] })),
    watch: [...watch],
    gaps: [...gaps],
    gapsInWords: gapsInWords(gaps),
    mayKeep: keepsRegister(actor),
    owners: owners.map(([id, name]) => ({ id, name })),
  };
});

function insteadIn(all: readonly GuidanceEntry[], { key, currentKey }: GuidanceEntry): string | null {
  const current = key === currentKey ? undefined : all.find((one) => one.key === currentKey);
  return current ? insteadOf(current) : null;
}
