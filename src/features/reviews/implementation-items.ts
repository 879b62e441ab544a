// What has to be done to put a new version into practice, and how each of it stands. Pure.

export const ITEMS = {
  settings: { label: 'Its settings were looked at, one by one', href: '/policy/settings', byHand: true },
  roles: { label: 'Everybody whom it names has a name', href: '/people', byHand: false },
  references: {
    label: 'The policies it is read with are there and in date',
    href: '/policy/references',
    byHand: false,
  },
  training: { label: 'Training is given to those who need it', href: '/training/manage', byHand: false },
  acknowledgements: {
    label: 'Everybody concerned is asked to confirm it',
    href: '/policy/acknowledgement',
    byHand: false,
  },
  notices: { label: 'Staff, families and governors are told of it', href: '/policy', byHand: true },
} as const;

export type ItemKey = keyof typeof ITEMS;
export const itemKeys = Object.keys(ITEMS) as [ItemKey, ...ItemKey[]];
export const byHandKeys = ['settings', 'notices'] as const;

/** What is known without anybody ticking it off. */
export interface ItemFacts {
  /** Settings on which the policy is silent, so that Gatepost’s defaults answer. */
  readonly defaults: number;
  /** Responsibilities that the policy names and nobody holds, in words. */
  readonly emptyRoles: readonly string[];
  readonly referenceGaps: number;
}

/** What has to be counted over everybody; asked for by the page, not by Today. */
export interface Counted {
  readonly training: Progress;
  readonly acknowledgements: Progress;
}

export interface Progress {
  readonly asked: number;
  readonly done: number;
  readonly late: number;
}

export interface Tick {
  readonly item: string;
  readonly ownerId: string | null;
  readonly doneAt: string | null;
  readonly note: string;
}

export interface ItemState {
  readonly key: ItemKey;
  readonly isDone: boolean;
  readonly detail: string;
  readonly ownerId: string | null;
  readonly note: string;
}

/** @param counted where it is null, items that rest on counts are left out: they have duties of their own */
export const itemStates = (facts: ItemFacts, ticks: readonly Tick[], counted: Counted | null): ItemState[] =>
  itemKeys.flatMap((key) => {
    const tick = ticks.find(({ item }) => item === key);
    const ticked = typeof tick?.doneAt === 'string';
    const known = KNOWN[key](facts, ticked, counted);
    if (!known) return [];
    return [{ key, ...known, ownerId: tick?.ownerId ?? null, note: tick?.note ?? '' }];
  });

type Known = (
  facts: ItemFacts,
  ticked: boolean,
  counted: Counted | null,
) => { readonly isDone: boolean; readonly detail: string } | null;

const KNOWN: Readonly<Record<ItemKey, Known>> = {
  settings: ({ defaults }, ticked) => ({
    isDone: ticked,
    detail:
      defaults === 0
        ? 'The policy answers every question itself.'
        : `Gatepost’s default answers ${defaults === 1 ? 'one question' : `${defaults} questions`} on which the policy is silent.`,
  }),
  roles: ({ emptyRoles }) => ({
    isDone: emptyRoles.length === 0,
    detail: emptyRoles.length === 0 ? 'Nobody is missing.' : `Nobody is: ${emptyRoles.join(', ')}.`,
  }),
  references: ({ referenceGaps }) => ({
    isDone: referenceGaps === 0,
    detail: referenceGaps === 0 ? 'Nothing is missing.' : `${referenceGaps} missing or out of date.`,
  }),
  training: (_, __, counted) => counted && progress(counted.training, 'finished'),
  acknowledgements: (_, __, counted) => counted && progress(counted.acknowledgements, 'confirmed'),
  notices: (_, ticked) => ({ isDone: ticked, detail: '' }),
};

const progress = ({ asked, done, late }: Progress, word: string) => ({
  isDone: asked > 0,
  detail:
    asked === 0 ? 'Nobody has been asked yet.' : `${done} of ${asked} ${word}${late === 0 ? '' : `, ${late} late`}.`,
});
