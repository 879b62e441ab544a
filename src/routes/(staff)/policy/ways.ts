// Where things about the policy are: a row of subjects, and beneath it the pages of the one that is open.
interface Page {
  readonly href: string;
  readonly label: string;
  /** The action without which there is nothing to see there; left out where everybody signed in may look. */
  readonly needs?: string;
}

interface Subject {
  readonly label: string;
  readonly pages: readonly [Page, ...Page[]];
}

const SUBJECTS: readonly Subject[] = [
  {
    label: 'The policy',
    pages: [
      { href: '/policy', label: 'Clauses' },
      { href: '/policy/rules', label: 'My rules' },
      { href: '/may-i', label: 'May I…?' },
      { href: '/guides', label: 'Guides' },
      { href: '/policy/sign', label: 'Read and sign' },
    ],
  },
  {
    label: 'Settings',
    pages: [{ href: '/policy/settings', label: 'Settings and choices' }],
  },
  {
    label: 'Writing it',
    pages: [
      { href: '/policy/drafts', label: 'Drafts', needs: 'drafting.list' },
      { href: '/policy/adoption', label: 'Adoption' },
      { href: '/policy/versions', label: 'Versions' },
      { href: '/policy/compare', label: 'Compare' },
    ],
  },
  {
    label: 'People',
    pages: [
      { href: '/policy/acknowledgement', label: 'Who has signed', needs: 'acknowledgement.readCoverage' },
      { href: '/training', label: 'My training' },
      { href: '/training/manage', label: 'Training of everybody', needs: 'training.readPlan' },
    ],
  },
  {
    label: 'Looking after it',
    pages: [
      { href: '/policy/reviews', label: 'Reviews' },
      { href: '/policy/implementation', label: 'Putting it into practice', needs: 'reviews.readImplementation' },
      { href: '/policy/references', label: 'Linked policies and guidance' },
    ],
  },
  {
    label: 'Questions',
    pages: [
      { href: '/policy/questions', label: 'Questions' },
      { href: '/policy/departures', label: 'Departures' },
    ],
  },
  {
    label: 'Evidence',
    pages: [
      { href: '/policy/health', label: 'Health', needs: 'evidence.readHealth' },
      { href: '/policy/evidence', label: 'Clause by clause', needs: 'evidence.listClauses' },
    ],
  },
];

/** The addresses that are not for somebody. @param may whether they may call an action of this name */
export const shutTo = (may: (action: string) => boolean): string[] =>
  SUBJECTS.flatMap(({ pages }) =>
    pages.flatMap(({ href, needs }) => (needs === undefined || may(needs) ? [] : [href])),
  );

/**
 * @param here the address of the page that is open, as it stands above
 * @param shut addresses that are not for whoever looks
 */
export function policyWays(here: string, shut: readonly string[] = []) {
  const subjects = SUBJECTS.map(({ label, pages }) => ({
    label,
    pages: pages.filter(({ href }) => href === here || !shut.includes(href)),
  })).filter(({ pages }) => pages.length > 0);
  const open = subjects.find(({ pages }) => pages.some(({ href }) => href === here));
  return {
    subjects: subjects.map(({ label, pages }) => ({
      href: pages[0]!.href,
      label,
      current: pages.some(({ href }) => href === here),
    })),
    pages:
      open === undefined || open.pages.length === 1
        ? []
        : open.pages.map(({ href, label }) => ({ href, label, current: href === here })),
  };
}
