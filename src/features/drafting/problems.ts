// What keeps a draft from being sent on: each problem at its clause or setting, with what to do about it. Pure.
import { documentFaults, settingById, type PolicyDocument } from '#features/policy/index.ts';
import type { Part, PartKind } from './draft.ts';

export interface DraftProblem {
  /** `draft`: of the draft itself, such as what is new about it. */
  readonly part: PartKind | 'draft';
  readonly key: string;
  /** Which of its fields, where it is one. */
  readonly field: string | null;
  /** What people call it: “5.1 No full names”, or the question. */
  readonly name: string;
  readonly message: string;
  readonly remedy: string;
  /** Of the trust, where it has locked the setting. */
  readonly clauses?: readonly string[];
}

export interface SaidOfDraft {
  readonly change_note: string;
  readonly material: boolean | null;
  readonly material_reason: string;
}

const LISTS = {
  clauses: 'clause',
  definitions: 'definition',
  linkedPolicies: 'linked',
  choices: 'choice',
} as const satisfies Record<string, PartKind>;

/** @param parts those that the document is made of, in its order */
export function problemsOf(
  parts: readonly Part[],
  document: PolicyDocument,
  said: SaidOfDraft,
  controlIds: ReadonlySet<string>,
): DraftProblem[] {
  const keys = new Map(Object.values(LISTS).map((kind) => [kind, parts.filter((one) => one.kind === kind)]));
  const problems = documentFaults(document, controlIds).map(({ path, key, message, remedy }): DraftProblem => {
    const [list, at, ...rest] = path;
    const field = rest.length > 0 ? String(rest[0]) : (key ?? null);
    if (list === 'settings' && typeof at === 'string') {
      return { part: 'setting', key: at, field, name: settingById(at)?.question ?? at, message, remedy };
    }
    const kind = typeof list === 'string' && Object.hasOwn(LISTS, list) ? LISTS[list as keyof typeof LISTS] : undefined;
    const part = kind && typeof at === 'number' ? keys.get(kind)?.[at] : undefined;
    if (!part) {
      const name = typeof list === 'string' ? list : '';
      return list === 'clauses'
        ? {
            part: 'draft',
            key: 'clauses',
            field: null,
            name: 'Clauses',
            message: 'There is no clause.',
            remedy: 'Add one.',
          }
        : { part: 'about', key: 'about', field: name || null, name: 'About the policy', message, remedy };
    }
    return { part: part.kind, key: part.key, field, name: nameOf(part), ...inWords(part, field, { message, remedy }) };
  });
  return [...problems, ...unsaid(said)];
}

function inWords(part: Part, field: string | null, words: { message: string; remedy: string }) {
  if (part.kind !== 'clause') return words;
  if (field === 'rests-on' && words.message.startsWith('This is too short')) {
    return {
      message: 'It is not said yet what makes this clause real.',
      remedy: 'Choose a control for it, or say that it rests on people alone.',
    };
  }
  if (field === 'text' && words.message.startsWith('This is too short')) {
    return { message: 'This clause says nothing yet.', remedy: 'Write its words, or take it out.' };
  }
  if (field === 'number' && words.message.includes('is used twice')) {
    return { message: words.message, remedy: 'Give it another number, or number the whole draft anew.' };
  }
  return words;
}

function nameOf({ kind, content }: Part): string {
  switch (kind) {
    case 'clause': {
      const { number, title } = content as Part<'clause'>['content'];
      return `${number} ${title}`;
    }
    case 'definition':
      return (content as Part<'definition'>['content']).term;
    case 'linked':
      return (content as Part<'linked'>['content']).title;
    case 'choice':
      return (content as Part<'choice'>['content']).question;
    default:
      return '';
  }
}

function unsaid({ change_note, material, material_reason }: SaidOfDraft): DraftProblem[] {
  const of = (key: string, message: string, remedy: string): DraftProblem => ({
    part: 'draft',
    key,
    field: null,
    name: 'About this draft',
    message,
    remedy,
  });
  return [
    ...(change_note === '' ? [of('changeNote', 'It is not said what is new.', 'Write a change note.')] : []),
    ...(material === null || material_reason === ''
      ? [
          of(
            'material',
            'It is not said whether everybody has to confirm the policy anew.',
            'Say whether the change is material or only a correction, with the reason.',
          ),
        ]
      : []),
  ];
}
