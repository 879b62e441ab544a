// How a ruling of the policy is told to a page: the value, the clauses and whose word it is.
import { z } from 'zod';
import type { Ruling } from '#kernel/policy.ts';

export const rulingShape = <T extends z.ZodType>(value: T) =>
  z.object({ value, clauses: z.array(z.string()), source: z.enum(['policy', 'trust', 'default']) });

export const told = <T>({ value, clauses, source }: Ruling<T>) => ({ value, clauses: [...clauses], source });
