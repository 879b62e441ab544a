// A duty: one thing that waits for one person. Each feature finds its own; Today gathers them.
import type { Context } from './context.ts';

export interface Duty {
  readonly id: string;
  /** `feature.thing`, such as `people.import-roll`. */
  readonly kind: string;
  readonly title: string;
  readonly detail?: string;
  readonly href: string;
  /** ISO 8601 instant or date by which it should be done; null when nothing says so. */
  readonly due: string | null;
  readonly clauses: readonly string[];
  readonly urgency: 'overdue' | 'soon' | 'calm';
}

export type FindDuties = (context: Context) => Promise<Duty[]>;
