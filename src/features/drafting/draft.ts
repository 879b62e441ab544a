// What a draft is as data: parts with a revision of their own, which together are a policy document; and what may become of it. Pure.
import type {
  Clause,
  Definition,
  GivenSetting,
  LinkedPolicy,
  PolicyChoice,
  PolicyDocument,
} from '#features/policy/index.ts';

export const draftStates = ['draft', 'review', 'approved', 'adopted', 'discarded'] as const;
export type DraftState = (typeof draftStates)[number];

const NEXT: Readonly<Record<DraftState, readonly DraftState[]>> = {
  draft: ['review', 'discarded'],
  review: ['draft', 'approved', 'discarded'],
  approved: ['draft', 'adopted', 'discarded'],
  adopted: [],
  discarded: [],
};
export const mayBecome = (from: DraftState, to: DraftState): boolean => NEXT[from].includes(to);
/** An edit of what is decided on reopens it; what is adopted or put away stays as it is. */
export const isOpen = (state: DraftState): boolean => NEXT[state].length > 0;

export const partKinds = ['about', 'clause', 'setting', 'definition', 'linked', 'choice'] as const;
export type PartKind = (typeof partKinds)[number];

/** What a policy says of itself, before its first clause. */
export type About = Pick<PolicyDocument, 'id' | 'title' | 'school' | 'edition' | 'derivedFrom' | 'ethos'>;
export const ABOUT = 'about';

/** What is said of the draft, to whoever decides on it: no words of the policy. It stands among the edits under this key. */
export interface Note {
  readonly name: string;
  readonly changeNote: string;
  readonly material: boolean | null;
  readonly materialReason: string;
}
export const NOTE = 'note';

export interface ContentOf {
  readonly about: About;
  readonly clause: Clause;
  readonly setting: GivenSetting;
  readonly definition: Definition;
  readonly linked: LinkedPolicy;
  readonly choice: PolicyChoice;
}

export interface Part<Kind extends PartKind = PartKind> {
  readonly kind: Kind;
  readonly key: string;
  readonly position: number;
  readonly content: ContentOf[Kind];
}

/** Parts of every kind, in their order. */
export function partsOf(document: PolicyDocument): Part[] {
  const { id, title, school, edition, derivedFrom, ethos } = document;
  const about: About = {
    id,
    title,
    school,
    ...(edition === undefined ? {} : { edition }),
    ...(derivedFrom === undefined ? {} : { derivedFrom }),
    ...(ethos === undefined ? {} : { ethos }),
  };
  const given = Object.entries(document.settings).flatMap(([key, setting]) =>
    setting ? [[key, setting] as const] : [],
  );
  return [
    { kind: 'about', key: ABOUT, position: 0, content: about },
    ...document.clauses.map((clause, at) => part('clause', clause.id, at, clause)),
    ...given.map(([key, setting]) => part('setting', key, 0, setting)),
    ...(document.definitions ?? []).map((one, at) => part('definition', String(at + 1), at, one)),
    ...(document.linkedPolicies ?? []).map((one, at) => part('linked', String(at + 1), at, one)),
    ...(document.choices ?? []).map((one, at) => part('choice', one.tension, at, one)),
  ];
}

/** @param parts those that say something, in the order of their positions */
export function documentFrom(parts: readonly Part[]): PolicyDocument {
  const listed = <Kind extends PartKind>(kind: Kind): ContentOf[Kind][] =>
    parts.filter((one): one is Part<Kind> => one.kind === kind).map(({ content }) => content);
  const [about] = listed('about');
  if (!about) throw new Error('A draft has lost what it says of itself.');
  const definitions = listed('definition');
  const linkedPolicies = listed('linked');
  const choices = listed('choice');
  return {
    ...about,
    ...(definitions.length > 0 ? { definitions } : {}),
    ...(linkedPolicies.length > 0 ? { linkedPolicies } : {}),
    clauses: listed('clause'),
    settings: Object.fromEntries(
      parts.filter((one): one is Part<'setting'> => one.kind === 'setting').map(({ key, content }) => [key, content]),
    ),
    ...(choices.length > 0 ? { choices } : {}),
  };
}

const part = <Kind extends PartKind>(
  kind: Kind,
  key: string,
  position: number,
  content: ContentOf[Kind],
): Part<Kind> => ({ kind, key, position, content });
