// How the policy is doing, as figures that a head reads in a minute; the same figures, without anybody's name, go to the trust.
import { z } from 'zod';
import { benefitShape } from './benefit.ts';
import { periodShape } from './period.ts';
import { overdueShape, tallyShape } from './shapes.ts';

const coverageShape = z.object({ people: z.number(), complete: z.number(), overdue: z.number() });

export const pointShape = z.object({
  day: z.string(),
  acknowledged: coverageShape,
  trained: coverageShape,
});

export const figuresShape = z.object({
  clauses: z.object({ total: z.number(), working: z.number(), quiet: z.number(), notYet: z.number() }),
  acknowledged: coverageShape.describe('People asked to acknowledge the policy today'),
  trained: coverageShape.describe('People of whom training is asked today'),
  review: z.object({
    dueOn: z.string().nullable(),
    isOverdue: z.boolean(),
    isOpen: z.boolean(),
    reviewedOn: z.string().nullable(),
  }),
  departures: z.object({ asked: z.number(), open: z.number(), granted: z.number() }),
  questions: z.object({ asked: z.number(), answered: z.number() }),
  happened: tallyShape.describe(
    'All entries of these days, of every clause, each once; without looks at what was not theirs to see',
  ),
  posts: z.number().describe('Posts that went out'),
  overdue: z.number(),
});
export type Figures = z.output<typeof figuresShape>;

export const healthShape = z.object({
  school: z.string(),
  title: z.string(),
  version: z.object({ n: z.number(), effectiveOn: z.string(), state: z.string() }).nullable(),
  accountable: z.object({ role: z.string(), clauses: z.array(z.string()).readonly() }),
  period: periodShape,
  figures: figuresShape,
  points: z.array(pointShape).describe('About a point a week, the last day always among them'),
  overdue: z.array(overdueShape),
  stopped: z
    .array(z.object({ id: z.string(), number: z.string(), title: z.string(), times: z.number() }))
    .describe('Clauses by which most was stopped or refused'),
  benefit: benefitShape,
  mayNote: z.boolean().describe('Whether this person may write down reach and objectives'),
});
export type Health = z.output<typeof healthShape>;
