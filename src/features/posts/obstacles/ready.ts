// Is its author ready to write for these accounts: signed, trained, rules confirmed? Pure.
import type { missingToWrite } from '#features/accounts/index.ts';
import type { Obstacle } from './obstacle.ts';

type Missing = Awaited<ReturnType<typeof missingToWrite>>[number];

/** @param missing as `missingToWrite` finds it for whoever wrote the words */
export const notReady = (missing: readonly Missing[]): Obstacle[] =>
  missing.map(({ what, href, clauses }) => ({
    code: 'not-ready',
    field: 'accounts',
    message: what,
    remedy: `Do it now, at ${href}.`,
    clauses,
    href,
  }));
