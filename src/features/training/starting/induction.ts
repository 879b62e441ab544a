// The starting module that goes with the talk at induction, and the points of a new person's induction list.
import { question, startingModule } from './module.ts';

export const inductionModule = startingModule(
  'induction',
  'Social media when you are new here',
  'To read before or after the talk at induction: what changes for you when you begin to work at a school.',
  `
## You are easier to find than you think

Pupils and families look up new people on their first day. Look yourself up first, signed out, by your name and by your telephone number: that is what they see.

## Before your first day with pupils

- Set your private accounts so that strangers see as little as you like. Old posts count too.
- Take pupils, former pupils who are still at school, and families out of your private contacts unless they are your own relatives or you have told the school why.
- Use the school’s ways of writing to pupils and families. Never your own number, never a private message.

## From now on

- You may have a private life online. What you write there can still reach the school: write nothing about pupils, families, colleagues or what you hear here.
- Journalists, agents and people with a grievance will sometimes write to you first. Do not answer; pass it on.
- If somebody is unkind to you online because of your work, that is the school’s business. Keep a picture of it, do not answer, and tell your line manager.

## Whom to ask

Your line manager for everyday questions, the designated safeguarding lead for anything about a child, the headteacher where the policy is silent. You lose nothing by asking.
`,
  [
    question(
      'A pupil whom you teach asks to follow your private account. What do you do?',
      'I do not accept, and I tell my line manager if it happens again',
      ['I accept, because saying no would hurt', 'I accept and take care what I post'],
      1,
    ),
    question(
      'The father of a pupil writes to you by private message about homework. How do you answer?',
      'By the school’s own way of writing to families',
      ['In the same chat, but briefly', 'Not at all'],
      0,
    ),
  ],
);

export interface InductionPoint {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** The induction cannot be completed without it, whatever else is left out. */
  readonly required: boolean;
}

export const inductionPoints: readonly InductionPoint[] = [
  {
    id: 'social-media-talk',
    title: 'Talk about safe, responsible use of social media',
    about:
      'Private accounts, contact with pupils and families, what is never posted, and how online conduct can affect somebody’s role.',
    required: true,
  },
  {
    id: 'policy-shown',
    title: 'The policy shown, and where to read and sign it',
    about: 'They know where it is, which rules are theirs, and by when they sign.',
    required: false,
  },
  {
    id: 'safeguarding-contacts',
    title: 'Who the safeguarding leads are, and how to reach them',
    about: 'By name, with what to do when neither is there.',
    required: false,
  },
  {
    id: 'own-privacy',
    title: 'Their own privacy settings looked at',
    about:
      'They have looked themselves up, signed out, and closed what they want closed. The school does not look for them.',
    required: false,
  },
  {
    id: 'school-channels',
    title: 'The school’s own channels, and that none is used before authority is given',
    about: 'Which accounts there are, who runs them, and how to ask to write.',
    required: false,
  },
];
