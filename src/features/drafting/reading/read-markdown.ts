// Markdown in the shape of our own export → a policy: `##` headings, `###` clauses, and lines such as `- Binds: staff`. Pure.
import type {
  Clause,
  Definition,
  GivenSetting,
  LinkedPolicy,
  PolicyChoice,
  PolicyDocument,
} from '#features/policy/index.ts';
import { CHOICES_HEADING, LINKED_HEADING, SETTINGS_HEADING, TERMS_HEADING } from '../exporting/policy-as-markdown.ts';

export type ReadMarkdown =
  | { readonly ok: true; readonly document: MarkdownPolicy }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

/** A clause without an id is new, and gets one of the school’s. */
export type MarkdownPolicy = Omit<PolicyDocument, 'id' | 'school' | 'clauses'> & {
  readonly clauses: readonly (Omit<Clause, 'id'> & { readonly id: string | null })[];
};

interface Entry {
  readonly line: number;
  readonly under: string;
  readonly head: string;
  readonly words: string;
  readonly facts: ReadonlyMap<string, readonly string[]>;
}

/** Is this our shape, and not just text with a `#` in it? */
export const isMarkdown = (text: string): boolean => /^#{1,2} \S/m.test(text) && /^### \S/m.test(text);

export function readMarkdown(text: string): ReadMarkdown {
  const { title, ethos, said, entries } = entriesOf(text.replaceAll(/\r\n?/g, '\n'));
  const kept = [SETTINGS_HEADING, TERMS_HEADING, LINKED_HEADING, CHOICES_HEADING];
  const isClause = ({ under, facts }: Entry): boolean => facts.has('id') || !kept.includes(under);
  const clauses = entries.filter(isClause);
  const kinds = Map.groupBy(
    entries.filter((entry) => !isClause(entry)),
    ({ under }) => under,
  );
  if (clauses.length === 0) {
    return {
      ok: false,
      message: 'There is no clause in this Markdown.',
      remedy: 'Write each clause as “### 5.1 Title”, under a heading “## …”, with its words beneath.',
    };
  }
  const settings: Record<string, GivenSetting> = {};
  for (const entry of kinds.get(SETTINGS_HEADING) ?? []) {
    const id = fact(entry, 'Setting');
    const is = jsonIn(fact(entry, 'Answer'));
    const elsewhere = (entry.facts.get('elsewhere') ?? []).map(jsonIn);
    if (id === '' || is === undefined || elsewhere.includes(undefined)) {
      return {
        ok: false,
        message: `Line ${entry.line}: the answer to “${entry.head}” cannot be read.`,
        remedy: 'Write “- Setting: its id” and “- Answer: `…`”, as the export does.',
      };
    }
    settings[id] = {
      is,
      by: listIn(fact(entry, 'Clauses')),
      ...(elsewhere.length > 0 ? { overrides: elsewhere as unknown as NonNullable<GivenSetting['overrides']> } : {}),
    };
  }
  const definitions = (kinds.get(TERMS_HEADING) ?? []).map((entry): Definition => ({
    term: entry.head,
    meaning: entry.words,
    clause: fact(entry, 'Clause'),
  }));
  const linkedPolicies = (kinds.get(LINKED_HEADING) ?? []).map((entry): LinkedPolicy => ({
    title: entry.head,
    clauses: listIn(fact(entry, 'Clauses')),
  }));
  const choices = (kinds.get(CHOICES_HEADING) ?? []).map((entry): PolicyChoice => ({
    tension: fact(entry, 'Choice'),
    question: entry.head,
    options: fact(entry, 'Options').split(' | '),
    chosen: entry.words,
    because: fact(entry, 'Because'),
    clauses: listIn(fact(entry, 'Clauses')),
  }));
  return {
    ok: true,
    document: {
      title,
      ...(said('edition') === '' ? {} : { edition: said('edition') }),
      ...(said('derived from') === '' ? {} : { derivedFrom: said('derived from') }),
      ...(ethos === '' ? {} : { ethos }),
      ...(definitions.length > 0 ? { definitions } : {}),
      ...(linkedPolicies.length > 0 ? { linkedPolicies } : {}),
      clauses: clauses.map(clauseIn),
      settings,
      ...(choices.length > 0 ? { choices } : {}),
    },
  };
}

function clauseIn(entry: Entry): MarkdownPolicy['clauses'][number] {
  const own = fact(entry, 'Number');
  const [first, rest] = numberedHead(entry.head);
  const [number, title] = own === '' ? [first, rest] : [own, entry.head.slice(own.length).trim()];
  const binds = listIn(fact(entry, 'Binds'));
  return {
    id: fact(entry, 'Id') || null,
    number,
    under: entry.under,
    title,
    text: entry.words,
    binds: binds.length > 0 ? binds : ['everybody whom the policy binds'],
    force: (fact(entry, 'Force') || 'must') as Clause['force'],
    'rests-on': listIn(fact(entry, 'Rests on')),
  };
}

/** The first word is the number where there is a digit in it. */
function numberedHead(head: string): readonly [number: string, title: string] {
  const end = head.search(/\s/);
  const first = end < 0 ? '' : head.slice(0, end);
  return /\d/.test(first) ? [first, head.slice(end).trimStart()] : ['', head];
}

/** One pass over the lines: every line belongs to the entry above it. */
function entriesOf(text: string) {
  const entries: Entry[] = [];
  let title = '';
  let under = '';
  let quote: string[] = [];
  let open: { line: number; head: string; words: string[]; facts: Map<string, string[]> } | null = null;
  const top = new Map<string, string[]>();
  const close = (): void => {
    if (open) entries.push({ ...open, under, words: open.words.join('\n').trim() });
    open = null;
  };
  for (const [at, line] of text.split('\n').entries()) {
    const [, marks, head = ''] = /^(#{1,3}) +(\S.*)$/.exec(line.trimEnd()) ?? [];
    const [, label, value = ''] = /^- ([A-Z][a-z ]+): ?(.*)$/.exec(line) ?? [];
    if (marks === '#') title = head;
    else if (marks === '##') {
      close();
      under = head;
    } else if (marks === '###') {
      close();
      open = { line: at + 1, head, words: [], facts: new Map() };
    } else if (label !== undefined) {
      const facts = open?.facts ?? top;
      facts.set(label.toLowerCase(), [...(facts.get(label.toLowerCase()) ?? []), value.trim()]);
    } else if (open) open.words.push(line.replace(/^\\/, ''));
    else if (line.startsWith('>')) quote = [...quote, line.replace(/^> ?/, '')];
  }
  close();
  return {
    title,
    ethos: quote.join('\n').trim(),
    said: (label: string): string => top.get(label)?.[0] ?? '',
    entries,
  };
}

const fact = ({ facts }: Entry, label: string): string => facts.get(label.toLowerCase())?.[0] ?? '';
const listIn = (text: string): string[] =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^`/, '').replace(/`$/, '')) as unknown;
  } catch {
    return undefined;
  }
}
