// Everything that is wrong with a policy held as data: what each field may be, and what only the whole document shows. Pure.
import { documentSchema } from './document-schema.ts';
import { inconsistencies } from './document-consistency.ts';
import type { Fault } from './document-problem.ts';
import type { PolicyDocument } from './document.ts';
import { explainIssue } from './explain-issue.ts';

/** Unlike a file that is read, a document in hand is looked through to its end. */
export function documentFaults(document: PolicyDocument, controlIds: ReadonlySet<string>): Fault[] {
  const read = documentSchema.safeParse(document, { reportInput: true });
  return [...(read.success ? [] : read.error.issues.flatMap(explainIssue)), ...inconsistencies(document, controlIds)];
}
