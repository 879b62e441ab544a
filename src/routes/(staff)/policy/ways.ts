// Where things about the policy are: a row of subjects, and beneath it the pages of the one that is open.
interface Page {
  readonly href: string;
  readonly label: string;
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
      { href: '/policy/drafts', label: 'Drafts' },
      { href: '/policy/adoption', label: 'Adoption' },
      { href: '/policy/versions', label: 'Versions' },
      { href: '/policy/compare', label: 'Compare' },
    ],
  },
  {
    label: 'People',
    pages: [
      { href: '/policy/acknowledgement', label: 'Who has signed' },
      { href: '/training', label: 'My training' },
      { href: '/training/manage', label: 'Training of everybody' },
    ],
  },
  {
    label: 'Looking after it',
    pages: [
      { href: '/policy/reviews', label: 'Reviews' },
      { href: '/policy/implementation', label: 'Putting it into practice' },
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
      { href: '/policy/health', label: 'Health' },
      { href: '/policy/evidence', label: 'Clause by clause' },
    ],
  },
];

/** @param here the address of the page that is open, as it stands above */
export function policyWays(here: string) {
  const open = SUBJECTS.find(({ pages }) => pages.some(({ href }) => href === here));
  return {
    subjects: SUBJECTS.map((subject) => ({
      href: subject.pages[0].href,
      label: subject.label,
      current: subject === open,
    })),
    pages:
      open === undefined || open.pages.length === 1
        ? []
        : open.pages.map((page) => ({ ...page, current: page.href === here })),
  };
}
