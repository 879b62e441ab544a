// What counts as evidence of a control that no recorded action serves by itself, said so that nobody takes it for more.
// Checks look at every draft: that they looked is one thing, that they found something another.

export interface Declared {
  readonly actions: readonly string[];
  readonly counts: string;
}

/** Each of these has every draft checked, and cites the clauses of what was found. */
const LOOKS = ['posts.submit', 'posts.beginPublishing'];

const LOOKED =
  'Counted is each time a draft was looked at when it was sent or published. What was found there names this clause as its reason.';

const CHECKS = [
  'pupil-names', 'pupil-identifiable', 'contact-details', 'named-adults', 'derogatory', 'offensive', 'discriminatory', 'opinions',
  'election-periods', 'commitments', 'extremism', 'confidential', 'live-location', 'private-contact', 'personal-gain', 'copyright',
  'links', 'alt-text', 'incident',
]; // prettier-ignore

const SENT = 'Counted is each time a post was sent: without this it is not taken.';

export const declared: ReadonlyMap<string, Declared> = new Map<string, Declared>([
  ...CHECKS.map((name): [string, Declared] => [`checks.${name}`, { actions: LOOKS, counts: LOOKED }]),
  ['checks.every-draft', { actions: LOOKS, counts: 'Counted is each time a draft was saved, sent or published: it is checked each time.' }],
  ['posts.categories', { actions: ['posts.submit'], counts: SENT }],
  ['posts.stated-basis', { actions: ['posts.submit'], counts: SENT }],
  ['posts.searchable-notice', { actions: ['posts.submit'], counts: SENT }],
  ['media.children-wait', { actions: ['posts.submit'], counts: 'Counted is each time a post was sent: one with a picture of a child is not taken.' }],
  [
    'schools.separation',
    { actions: [], counts: 'The database keeps schools apart in every single question it is asked, and writes nothing down for it.' },
  ],
  [
    'schools.ledger',
    { actions: ['posts.submit', 'posts.approve', 'posts.beginPublishing'], counts: 'Counted are posts sent, approved and published: the ledger itself is longer, and all of it is sealed.' },
  ],
  [
    'policy.cited',
    { actions: [], counts: 'Every refusal names its clause, and stands as evidence with the clause that it names, not here.' },
  ],
]); // prettier-ignore
