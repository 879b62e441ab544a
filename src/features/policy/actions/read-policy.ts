// The policy in force, readable: every clause with what Gatepost does about it, every setting with who says so.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { schoolRow } from '#features/schools/index.ts';
import { definitionId } from '../definition-id.ts';
import { issuedOf } from '../document.ts';
import { documentInForce, localDate } from '../in-force-at.ts';
import { loadModelPolicy } from '../model-policies.ts';
import { plannedControls } from '../planned-controls.ts';
import { versionRows } from '../queries.ts';
import { responsiblePersons } from '../responsible-persons.ts';
import { sources } from '../setting-view.ts';
import { showPolicy } from '../show-policy.ts';
import { behindSchool, citedAtSchool } from '../trust/behind.ts';
import { trustDocumentOn } from '../trust/queries.ts';
import { livingVersions, wholeBefore } from '../version-line.ts';

const shownSetting = z.object({
  id: z.string(),
  question: z.string(),
  answer: z.string(),
  clauses: z.array(z.string()).readonly(),
  source: sources,
  overrides: z
    .array(z.object({ where: z.string(), answer: z.string(), clauses: z.array(z.string()).readonly() }))
    .readonly(),
});

const shownClause = z.object({
  id: z.string(),
  number: z.string(),
  under: z.string(),
  title: z.string(),
  text: z.string(),
  does: z
    .array(z.object({ control: z.string(), promise: z.string(), cannot: z.string().nullable(), yet: z.boolean() }))
    .readonly(),
});

export const readPolicy = defineAction({
  name: 'policy.read',
  kind: 'read',
  summary: 'Read the policy in force, with what Gatepost does about each clause.',
  route: 'GET /policy',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    id: z.string(),
    title: z.string(),
    school: z.string(),
    ethos: z.string(),
    version: z
      .object({
        id: z.string(),
        n: z.number(),
        state: z.enum(['set-up', 'adopted']),
        effectiveOn: z.string(),
        issued: z
          .string()
          .describe('The edition that its school issued, as a year, month or day; else the day it came into force'),
        sha256: z.string(),
        adopted: z
          .object({ versionId: z.string(), n: z.number(), on: z.string() })
          .nullable()
          .describe(
            'The version that was adopted, which this is or changes a setting of; null until the school adopts one',
          ),
      })
      .nullable(),
    responsible: z
      .array(
        z.object({
          role: z.string(),
          label: z.string(),
          accountable: z.boolean(),
          people: z.array(z.object({ name: z.string() })).readonly(),
        }),
      )
      .readonly()
      .describe('The responsible persons, from the register of who holds what today'),
    clauses: z.array(shownClause).readonly(),
    settings: z.array(shownSetting).readonly(),
    definitions: z.array(
      z.object({
        id: z.string().describe('Its address on the page'),
        term: z.string(),
        meaning: z.string(),
        clause: z.string(),
      }),
    ),
    linkedPolicies: z.array(z.object({ title: z.string(), clauses: z.array(z.string()).readonly() })),
    choices: z.array(
      z.object({
        question: z.string(),
        chosen: z.string(),
        because: z.string(),
        clauses: z.array(z.string()).readonly(),
      }),
    ),
    trust: z
      .object({ title: z.string(), school: z.string(), n: z.number(), clauses: z.array(shownClause).readonly() })
      .nullable()
      .describe('The trust’s policy, cited where this one is silent'),
    /** The clauses of Gatepost's own starter, cited where this policy is silent. */
    starter: z.array(shownClause).readonly(),
  }),
  controls: ['policy.page', 'policy.responsible-persons', 'policy.definitions', 'policy.choices', 'policy.linked'],
}).handle(async ({ db, scopeId, at, controls }) => {
  const [{ document, version }, starter, school, rows, today] = await Promise.all([
    documentInForce(db, scopeId, at),
    loadModelPolicy('starter'),
    schoolRow(db, scopeId),
    versionRows(db, scopeId),
    localDate(db, scopeId, at),
  ]);
  const trust = await trustDocumentOn(db, 'of-this-school', today);
  const living = livingVersions(rows);
  const now = living.find(({ id }) => id === version?.id);
  const whole = now && wholeBefore(living, now);
  const known = { built: [...controls.values()], planned: plannedControls };
  const shown = showPolicy(document, behindSchool(starter, trust?.document ?? null), known);
  return {
    id: shown.id,
    title: shown.title,
    school: shown.school,
    ethos: school?.ethos || document.ethos || '',
    version: version
      ? {
          id: version.id,
          n: version.n,
          state: version.state as 'set-up',
          effectiveOn: version.effective_on,
          issued: issuedOf(document.edition, version.effective_on),
          sha256: version.sha256,
          adopted: whole?.state === 'adopted' ? { versionId: whole.id, n: whole.n, on: whole.effective_on } : null,
        }
      : null,
    responsible: await responsiblePersons(db, scopeId, document, today),
    clauses: [...shown.clauses],
    settings: shown.settings.map(({ value: _value, ...setting }) => setting),
    definitions: (document.definitions ?? []).map((one) => ({ id: definitionId(one.term), ...one })),
    linkedPolicies: (document.linkedPolicies ?? []).map((linked) => ({ ...linked, clauses: [...linked.clauses] })),
    choices: (document.choices ?? []).map(({ question, chosen, because, clauses }) => ({
      question,
      chosen,
      because,
      clauses: [...clauses],
    })),
    trust: trust && {
      title: trust.document.title,
      school: trust.document.school,
      n: trust.n,
      clauses: showPolicy(trust.document, starter, known).clauses.map((clause) => ({
        ...clause,
        id: citedAtSchool(clause.id),
      })),
    },
    starter: document.id === 'starter' ? [] : [...showPolicy(starter, starter, known).clauses],
  };
});
