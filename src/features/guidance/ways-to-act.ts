// What somebody can do next in Gatepost about a clause, by the controls it rests on. Pure.

export interface Way {
  readonly label: string;
  readonly href: string;
}

const WAYS: readonly (readonly [RegExp, Way])[] = [
  [/^posts\.unsure$/, { label: 'Write it, and say that you are unsure', href: '/posts/new' }],
  [/^(posts|checks|media)\./, { label: 'Write a post: it is checked as you write', href: '/posts/new' }],
  [/^accounts\./, { label: 'See the accounts, and who may write for each', href: '/accounts' }],
  [/^policy\.departure$/, { label: 'Tell the headteacher of a departure', href: '/policy/departures' }],
  [/^policy\.acknowledgement$/, { label: 'Read and sign the policy', href: '/policy/sign' }],
  [/^training\.(?!guidance$)/, { label: 'See your training', href: '/training' }],
  [/^training\.guidance$/, { label: 'Read the guides', href: '/guides' }],
];

/** @param isBuilt controls that Gatepost makes real today: nobody is sent to a page that is still to come */
export function wayFor(restsOn: readonly string[], isBuilt: (controlId: string) => boolean): Way | null {
  for (const control of restsOn.filter(isBuilt)) {
    const way = WAYS.find(([pattern]) => pattern.test(control))?.[1];
    if (way) return way;
  }
  return null;
}
