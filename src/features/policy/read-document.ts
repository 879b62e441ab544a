// Reads a policy file. Every fault comes back with its line, its key and what to do about it.
import { isMap, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { PolicyDocument } from './document.ts';
import { documentSchema } from './document-schema.ts';
import { inconsistencies } from './document-consistency.ts';
import type { DocumentProblem, Fault } from './document-problem.ts';
import { explainIssue } from './explain-issue.ts';

/** A policy of a thousand clauses is a fifth of this. */
const LONGEST_FILE = 2_000_000;
/** Looking a place up takes longer the longer the file is. */
const MOST_TOLD = 1_000;

export type ReadDocument =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

export function readDocument(text: string, file: string, controlIds?: ReadonlySet<string>): ReadDocument {
  const lines = new LineCounter();
  if (text.length > LONGEST_FILE)
    return refuse(file, 'The file is far too long for a policy.', 'Send the policy alone.');
  const reading = { lineCounter: lines, prettyErrors: false, logLevel: 'error', uniqueKeys: false } as const;
  const yaml = parseDocument(text, reading);
  const errors = [...yaml.errors.map(({ pos, message }) => ({ at: pos[0], message })), ...repeatedKeys(yaml)];
  if (errors.length > 0) {
    return { ok: false, problems: errors.map(({ at, message }) => unreadable(file, lines, at, message)) };
  }
  const located = (faults: readonly Fault[]): ReadDocument => ({
    ok: false,
    problems: faults
      .slice(0, MOST_TOLD)
      .map((fault) => locate(file, yaml, lines, fault))
      .sort((a, b) => a.line - b.line),
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

/** Looked for here: the reader itself compares each key with all before it, and a crafted file would keep it busy for minutes. */
function repeatedKeys(yaml: Document): { at: number; message: string }[] {
  const found: { at: number; message: string }[] = [];
  visit(yaml, {
    Map(_, map) {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) found.push({ at: key.range?.[0] ?? 0, message: 'Map keys must be unique' });
        keys.add(key.value);
      }
    },
  });
  return found;
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
