// Compare any two versions, drafts or model policies: clause by clause and setting by setting.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { answerCounts } from '#features/policy/index.ts';
import { clauseRows } from '../comparing/clause-rows.ts';
import { settingRows } from '../comparing/setting-rows.ts';
import { documentAt, type FoundDocument } from '../document-at.ts';
import { editionOf } from '../edition-of.ts';
import { address } from '../input.ts';
import { clauseOf } from '../told.ts';
import { clauseView, onlySaid, settingPair } from '../views.ts';

const PAGE = 60;

const side = z.object({
  address: z.string(),
  title: z.string(),
  standing: z.string(),
  name: z.string().describe('What a draft is called'),
  school: z.string(),
  issued: z.string().nullable(),
  clauses: z.number(),
});

export const comparePolicies = defineAction({
  name: 'drafting.compare',
  kind: 'read',
  summary: 'Compare two versions, drafts or model policies, clause by clause and setting by setting.',
  route: 'GET /policy/compare',
  scope: 'school',
  who: anySignedIn,
  token: 'policy:read',
  input: z.object({
    from: address,
    to: address,
    all: z.boolean().default(false).describe('Also the clauses that are the same'),
    page: z.coerce.number().int().min(1).max(1000).default(1),
  }),
  output: z.object({
    from: side,
    to: side,
    counts: z.object({
      same: z.number(),
      changed: z.number(),
      like: z.number(),
      added: z.number(),
      removed: z.number(),
      settings: z.number().describe('Answers that differ'),
      onlySaid,
    }),
    clauses: z.array(
      z.object({
        is: z.enum(['same', 'changed', 'like', 'added', 'removed']),
        before: clauseView.nullable(),
        after: clauseView.nullable(),
        parts: z.array(z.string()).readonly(),
      }),
    ),
    page: z.object({ here: z.number(), pages: z.number(), first: z.number(), last: z.number(), of: z.number() }),
    settings: z.array(settingPair).describe('Those that differ, and those that only one of the two gives itself'),
  }),
  controls: ['policy.drafting'],
}).handle(async (context, { from, to, all, page }) => {
  const [before, after] = [await documentAt(context, from), await documentAt(context, to)];
  const rows = clauseRows(before.document, after.document);
  const settings = settingRows(before.document, after.document);
  const shown = all ? rows : rows.filter(({ is }) => is !== 'same');
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const here = Math.min(page, pages);
  const first = (here - 1) * PAGE;
  const onPage = shown.slice(first, first + PAGE);
  const count = (wanted: string): number => rows.filter(({ is }) => is === wanted).length;
  const said = async (found: FoundDocument) => {
    const { standing, school, issued } = await editionOf(context, found);
    const { title, clauses } = found.document;
    return { address: found.address, title, standing, name: found.name, school, issued, clauses: clauses.length };
  };
  return {
    from: await said(before),
    to: await said(after),
    counts: {
      same: count('same'),
      changed: count('changed'),
      like: count('like'),
      added: count('added'),
      removed: count('removed'),
      ...answerCounts(settings),
    },
    clauses: onPage.map((row) => ({
      ...row,
      before: row.before && clauseOf(row.before),
      after: row.after && clauseOf(row.after),
    })),
    page: { here, pages, first: Math.min(first + 1, shown.length), last: first + onPage.length, of: shown.length },
    settings,
  };
});
