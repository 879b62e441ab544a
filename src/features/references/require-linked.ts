// Before a policy is adopted: where one of its own clauses says so, the safeguarding policy and the code of conduct are there and in date.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { PolicyDocument } from '#features/policy/index.ts';
import { LINKED_KINDS, type LinkedKind } from './linked-kinds.ts';
import { readRegister } from './register.ts';

const NEEDED: readonly LinkedKind[] = ['safeguarding', 'conduct'];

/** Titles of what keeps the document from being adopted; none where none of its clauses asks for it. */
export async function missingForAdoption(
  context: Pick<Context, 'db' | 'scopeId' | 'at'>,
  document: PolicyDocument,
): Promise<{ readonly titles: readonly string[]; readonly clauses: readonly string[] }> {
  const clauses = document.clauses
    .filter((clause) => clause['rests-on'].includes('policy.linked-in-date'))
    .map(({ id }) => id);
  if (clauses.length === 0) return { titles: [], clauses };
  const { policies } = await readRegister(context, document);
  const titles = NEEDED.filter((kind) => !policies.some((line) => line.kind === kind && line.state === 'current')).map(
    (kind) => LINKED_KINDS[kind],
  );
  return { titles, clauses };
}

/** @throws refused-by-policy, citing the clause that asks for it */
export async function requireLinkedPolicies(context: Context, document: PolicyDocument): Promise<void> {
  const { titles, clauses } = await missingForAdoption(context, document);
  if (titles.length === 0) return;
  throw fail.refused({
    code: 'linked-policy-missing',
    message: `This policy stands beside others that are missing or out of date: ${titles.join(', ')}.`,
    remedy: 'Enter their current versions under “Linked policies and guidance”, then adopt it.',
    clauses,
  });
}
