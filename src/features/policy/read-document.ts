// Reads a policy file. Every fault comes back with its line, its key and what to do about it.
import { isMap, LineCounter, parseDocument, type Document } from 'yaml';
import type { PolicyDocument } from './document.ts';
import { documentSchema } from './document-schema.ts';
import { inconsistencies } from './document-consistency.ts';
import type { DocumentProblem, Fault } from './document-problem.ts';
import { explainIssue } from './explain-issue.ts';

/** A policy of a thousand clauses is a fifth of this. */
const LONGEST_FILE = 2_000_000;

export type ReadDocument =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

export function readDocument(text: string, file: string, controlIds?: ReadonlySet<string>): ReadDocument {
  const lines = new LineCounter();
  if (text.length > LONGEST_FILE)
    return refuse(file, 'The file is far too long for a policy.', 'Send the policy alone.');
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  if (yaml.errors.length > 0) {
    return { ok: false, problems: yaml.errors.map((error) => unreadable(file, lines, error.pos[0], error.message)) };
  }
  const located = (faults: readonly Fault[]): ReadDocument => ({
    ok: false,
    problems: faults.map((fault) => locate(file, yaml, lines, fault)).sort((a, b) => a.line - b.line),
  });
  let data: unknown;
  try {
    data = yaml.toJS({ maxAliasCount: 100 });
  } catch {
    return refuse(file, 'The file repeats itself through aliases too often.', 'Write the entries out.');
  }
  const read = documentSchema.safeParse(data, { reportInput: true });
  if (!read.success) return located(read.error.issues.flatMap(explainIssue));
  const document: PolicyDocument = read.data;
  const faults = inconsistencies(document, controlIds);
  return faults.length > 0 ? located(faults) : { ok: true, document };
}

const refuse = (file: string, message: string, remedy: string): ReadDocument => ({
  ok: false,
  problems: [{ file, line: 1, column: 1, key: '', message, remedy }],
});

function unreadable(file: string, lines: LineCounter, offset: number, message: string): DocumentProblem {
  const { line, col } = lines.linePos(offset);
  const [first = ''] = message.split('\n');
  return {
    file,
    line,
    column: col,
    key: '',
    message: `This cannot be read as YAML: ${first}.`,
    remedy: 'Check the spaces at the start of the line, quotes and brackets.',
  };
}

function locate(file: string, yaml: Document, lines: LineCounter, fault: Fault): DocumentProblem {
  const { line, col } = lines.linePos(offsetOf(yaml, fault));
  const key = [...fault.path, ...(fault.key === undefined ? [] : [fault.key])].map(String).join('.');
  return { file, line, column: col, key, message: fault.message, remedy: fault.remedy };
}

/** Where the value stands; for something missing, where the nearest thing around it stands. */
function offsetOf(yaml: Document, fault: Fault): number {
  if (fault.key !== undefined) {
    const around = fault.path.length === 0 ? yaml.contents : yaml.getIn(fault.path, true);
    const pair = isMap(around) ? around.items.find((item) => String(item.key) === fault.key) : undefined;
    const start = startOf(pair?.key);
    if (start !== undefined) return start;
  }
  for (let depth = fault.path.length; depth > 0; depth--) {
    const start = startOf(yaml.getIn(fault.path.slice(0, depth), true));
    if (start !== undefined) return start;
  }
  return 0;
}

function startOf(node: unknown): number | undefined {
  return node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined;
}
