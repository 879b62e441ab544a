// The good side, added up: posts by kind and by account, who was reached, which objectives were met, what served teaching. Pure.
import { z } from 'zod';
import type { ObjectiveOutcome, ReachRow } from './benefit-queries.ts';

export const benefitShape = z.object({
  statements: z
    .array(z.object({ id: z.string(), number: z.string(), text: z.string() }))
    .readonly()
    .describe('What the policy says the accounts are for'),
  posts: z.number().describe('Posts that went out'),
  kinds: z.array(z.object({ kind: z.string(), label: z.string(), posts: z.number(), teaching: z.boolean() })),
  teaching: z.object({
    chosen: z.boolean().describe('Somebody has said which kinds serve teaching and learning'),
    posts: z.number(),
    accounts: z.number(),
  }),
  accounts: z.array(
    z.object({
      accountId: z.string(),
      name: z.string(),
      purpose: z.string(),
      posts: z.number(),
      teachingPosts: z.number(),
      reach: z
        .object({
          from: z.string(),
          to: z.string(),
          reached: z.number().nullable(),
          followers: z.number().nullable(),
          source: z.string(),
        })
        .nullable()
        .describe('The newest figures that somebody typed in'),
      objectives: z.array(
        z.object({
          objective: z.string(),
          posts: z.number(),
          judged: z
            .object({ outcome: z.enum(['met', 'partly', 'not-met']), words: z.string(), on: z.string() })
            .nullable(),
        }),
      ),
    }),
  ),
});
export type Benefit = z.output<typeof benefitShape>;

export interface BenefitFacts {
  readonly statements: Benefit['statements'];
  readonly kinds: readonly { readonly id: string; readonly label: string }[];
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly purpose: string }[];
  readonly published: readonly {
    readonly postId: string;
    readonly accountId: string;
    readonly kind: string;
    readonly objective: string;
  }[];
  readonly reach: readonly ReachRow[];
  readonly judged: readonly {
    readonly accountId: string;
    readonly objective: string;
    readonly outcome: ObjectiveOutcome;
    readonly words: string;
    readonly on: string;
  }[];
  readonly teaching: readonly string[] | null;
}

const postsIn = (rows: readonly { readonly postId: string }[]): number =>
  new Set(rows.map(({ postId }) => postId)).size;

export function benefitOf(facts: BenefitFacts): Benefit {
  const { published, kinds, accounts, reach, judged } = facts;
  const teaching = new Set(facts.teaching ?? []);
  const labels = new Map(kinds.map(({ id, label }) => [id, label]));
  const serving = published.filter(({ kind }) => teaching.has(kind));
  const byKind = Map.groupBy(published, ({ kind }) => kind);
  const known = [...new Set([...kinds.map(({ id }) => id), ...byKind.keys()])];
  return {
    statements: facts.statements,
    posts: postsIn(published),
    kinds: known
      .map((kind) => ({
        kind,
        label: labels.get(kind) ?? (kind === '' ? 'Of no kind' : kind),
        posts: postsIn(byKind.get(kind) ?? []),
        teaching: teaching.has(kind),
      }))
      .toSorted((one, other) => other.posts - one.posts),
    teaching: {
      chosen: facts.teaching !== null,
      posts: postsIn(serving),
      accounts: new Set(serving.map(({ accountId }) => accountId)).size,
    },
    accounts: accounts.map(({ id, name, purpose }) => {
      const own = published.filter(({ accountId }) => accountId === id);
      const figures = reach.find(({ accountId }) => accountId === id);
      const verdicts = new Map(judged.filter(({ accountId }) => accountId === id).map((one) => [one.objective, one]));
      const byObjective = Map.groupBy(
        own.filter(({ objective }) => objective !== ''),
        ({ objective }) => objective,
      );
      const objectives = [...new Set([...byObjective.keys(), ...verdicts.keys()])];
      return {
        accountId: id,
        name,
        purpose,
        posts: postsIn(own),
        teachingPosts: postsIn(own.filter(({ kind }) => teaching.has(kind))),
        reach: figures
          ? {
              from: figures.from,
              to: figures.to,
              reached: figures.reached,
              followers: figures.followers,
              source: figures.source,
            }
          : null,
        objectives: objectives.map((objective) => {
          const verdict = verdicts.get(objective);
          return {
            objective,
            posts: postsIn(byObjective.get(objective) ?? []),
            judged: verdict ? { outcome: verdict.outcome, words: verdict.words, on: verdict.on } : null,
          };
        }),
      };
    }),
  };
}
