// What the page says when something else comes than was asked for: what happened, what to do, and where to go on.
interface Told {
  readonly title: string;
  readonly words: string;
  readonly way: { readonly href: string; readonly label: string };
}

const KNOWN: Readonly<Record<number, { title: string; words: string }>> = {
  403: {
    title: 'This is not yours to see',
    words: 'Somebody else at your school may see it. Ask whoever keeps Gatepost there.',
  },
  404: {
    title: 'There is nothing at this address',
    words: 'It may have been mistyped, or it belongs to a school that you are not signed in to.',
  },
  503: {
    title: 'Gatepost cannot reach its records just now',
    words: 'Nothing is lost. Wait a minute, then load this page again.',
  },
};

const OURS = {
  title: 'Something went wrong on our side',
  words: 'Nothing was changed. If it happens twice, tell whoever looks after Gatepost.',
};

/** @param problem where the records say more than the number does: a link that has been used, for one */
export function whatHappened(status: number, problem: App.Error['problem']): Told {
  // 422 is an address with something in it that nothing here is called.
  const said = KNOWN[status === 422 ? 404 : status] ?? OURS;
  // Whoever opens their invitation a second time wants to get in.
  const way =
    problem?.code === 'already-joined'
      ? { href: '/sign-in', label: 'Sign in' }
      : { href: '/', label: 'Go to the start' };
  if (problem?.kind === 'conflict') return { title: problem.message.replace(/\.$/, ''), words: problem.remedy, way };
  const hasMore = problem?.kind === 'forbidden' || (problem?.kind === 'not-found' && problem.remedy !== '');
  return { title: said.title, words: hasMore ? `${problem.message} ${problem.remedy}` : said.words, way };
}
