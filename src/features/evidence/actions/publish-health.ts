// Tell the trust how the school's policy is doing, in figures and without anybody's name.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { localDate, publishFigure } from '#features/policy/index.ts';
import { periodOf } from '../period.ts';
import { readHealthOf } from '../read-health.ts';
import { figureOf } from '../trust-figure.ts';

export const publishHealth = defineAction({
  name: 'evidence.publishHealth',
  kind: 'write',
  summary: 'Publish to the trust how the school’s policy is doing, in figures.',
  route: 'POST /evidence/health/figure',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({}),
  controls: ['reports.compliance'],
}).handle(async (context) => {
  const { db, scopeId, at } = context;
  const health = await readHealthOf(context, periodOf({}, await localDate(db, scopeId, at)));
  const figure = figureOf(health);
  const { people: asked, complete: acknowledged, overdue } = figure.figures.acknowledged;
  await publishFigure(context, 'health', figure);
  await publishFigure(context, 'acknowledgement', { asked, acknowledged, overdue });
  return {};
});
