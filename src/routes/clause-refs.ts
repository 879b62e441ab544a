// Clauses as pages cite them: number, title and sentence, and whose clause it is where the policy is silent.
import type { ClauseRef } from '#ui/clause-ref.ts';

type Names = Readonly<
  Record<
    string,
    {
      readonly number: string;
      readonly title: string;
      readonly text: string;
      readonly own: boolean;
      readonly ofTrust: boolean;
    }
  >
>;
export type Cite = (ids: readonly string[]) => ClauseRef[];

/** @param names as `policy.clauseNames` gives them */
export const citing =
  (names: Names): Cite =>
  (ids) =>
    [...new Set(ids)].flatMap((id) => {
      const clause = names[id];
      if (!clause) return [];
      const { number, title, text, own, ofTrust } = clause;
      return [
        {
          number,
          name: title,
          text,
          href: `/policy#${id}`,
          ...(own ? {} : { whose: ofTrust ? 'Your trust’s policy' : 'Gatepost’s default, not in your policy' }),
        },
      ];
    });
