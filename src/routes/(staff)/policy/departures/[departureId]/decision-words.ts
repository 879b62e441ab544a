// The answers to a departure, in the words of its page.
export const WHAT_WAS_SAID = {
  reply: 'Answered what was asked back',
  accepted: 'Accepted it',
  questioned: 'Asked back',
  refused: 'Passed it on, or declined it',
} as const;

type Answer = 'accept' | 'question' | 'refer' | 'decline';

const WAYS = {
  accept: {
    label: 'Accept it',
    hint: 'It was, or is, right to do so here',
    button: 'Accept it',
    asks: 'A word to go with it',
  },
  question: {
    label: 'Ask back',
    hint: 'You hear more before you decide',
    button: 'Ask back',
    asks: 'What do you want to know?',
  },
  refer: {
    label: 'Refer it',
    hint: 'Somebody else has to look at it; say above to whom',
    button: 'Refer it',
    asks: 'Why is it referred?',
  },
  decline: {
    label: 'Decline it',
    hint: 'No leave is given; your reason is kept',
    button: 'Decline the leave',
    stop: true,
    asks: 'Why is it declined?',
  },
} as const;

export const waysToAnswer = (answers: readonly Answer[], openedBy: string) =>
  answers.map((value) => ({
    ...WAYS[value],
    value,
    button: value === 'question' ? `Ask ${openedBy} back` : WAYS[value].button,
  }));
