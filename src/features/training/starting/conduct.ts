// The starting modules on professional boundaries, on protecting oneself, and on Prevent.
import { question, startingModule } from './module.ts';

export const boundariesModule = startingModule(
  'boundaries',
  'Professional boundaries online',
  'Contact with pupils and families, and how your own conduct online can reach your role. Ten minutes.',
  `
## One rule behind all others

Contact between an adult of the school and a pupil is open, for a reason that the school knows, and by a way that the school can see. That protects the pupil, and it protects you.

## What follows from it

- No private messages, calls or friendships with pupils, by whatever service, game or number.
- No former pupils who are still under 18 or still at a school.
- Where you know a pupil or a family privately anyway (relatives, neighbours, a club), tell the school. Written down, it is a fact; found out, it is a question.
- Groups that mix colleagues, families or pupils are the school’s to open and to close.

## Your own conduct counts

What you post, like or share in private can be read as what you think about children, families or the people you work with. It can affect your role and your standing in school, even when it was meant for friends, and even when it was years ago.

## If a line was crossed

By a pupil, by a family, by a colleague or by you: say so the same day to your line manager or the headteacher; to the safeguarding lead where a child is concerned; to the chair of governors where it is about the headteacher. Do not delete anything first.
`,
  [
    question(
      'Your neighbour’s daughter has just joined your class. Her mother is in your private contacts. What now?',
      'I tell the school, so that it is on record',
      ['Nothing: we were neighbours first', 'I delete the contact and say nothing'],
      0,
    ),
    question(
      'A pupil sends you a message late at night that frightens you. What do you do?',
      'I keep it, do not chat, and tell the safeguarding lead at once',
      ['I answer all night so that they are not alone', 'I delete it, because pupils may not write to me'],
      2,
    ),
  ],
);

export const privacyModule = startingModule(
  'privacy-self-protection',
  'Protecting yourself and your privacy',
  'Settings, passwords and what to do when somebody turns on you. Ten minutes, best with your phone in your hand.',
  `
## Twenty minutes, twice a year

- Look yourself up, signed out: your name, nicknames, number, pictures.
- Open the privacy page of every service you use. Who sees your posts, your friends, your pictures from years ago? Who may find you by your number?
- Switch off the place in pictures and posts.
- Leave what you no longer use.

## Your ways in

- A long password of its own for each service, kept by a password manager, and a second factor wherever there is one.
- Never lend a log-in, at work or at home, and never type a password into a page that a message led you to.
- Sign out of shared machines, and lock your own.

## What you give away

Your home, your children’s school, your routine, your holidays while you are away: each is harmless alone. Friends give away as much as you do; ask them.

## When somebody turns on you

You are not alone and need not bear it as part of the job.

- Do not answer. Take pictures of what was written, with date and address.
- Tell your line manager or the headteacher. The school acts with you: asks for it to be taken down, reports it to the platform, and to the police where it is a crime.
- Talk to somebody. Your union and the Professionals Online Safety Helpline help people who work with children.
`,
  [
    question(
      'What should you do with cruel posts about you before anything else?',
      'Keep a picture of them with date and address, and tell somebody at school',
      ['Answer calmly', 'Ask friends to report them all at once'],
      0,
    ),
    question(
      'Which is the best protection if somebody learns one of your passwords?',
      'That it opens nothing else, and a second factor is asked for',
      ['That it is changed every month', 'That nobody knows I use that service'],
      1,
    ),
  ],
);

export const preventModule = startingModule(
  'prevent',
  'Prevent: noticing when somebody is drawn in',
  'How extremism reaches people online, what to notice and whom to tell. It goes beside your school’s own Prevent training.',
  `
## How it begins

Seldom with a cause. Mostly with a joke, a game, a grievance, or somebody who listens. Then come closed groups, new words, a simple answer to who is to blame, and the feeling of being one of few who know.

## What you may notice

- New names, symbols or numbers that the person will not explain
- Contempt for a whole group of people, said as if everybody knew
- A sudden turning away from friends, or a second account
- Material that praises violence, or anger at being asked about it

None of these proves anything. Several together, or one that worries you, is enough to speak to somebody.

## What you do

- Tell the designated safeguarding lead the same day. You need no proof and you do not investigate.
- Do not share the material, not even to show how bad it is: describe where you saw it.
- In danger, ring 999.

## As the school

The school’s accounts share nothing that gives extremists room, and take no side in party politics. Gatepost looks for it in drafts; a person decides.
`,
  [
    question(
      'A pupil shows you a clip that praises an attack. What do you do?',
      'I tell the safeguarding lead today, and describe it without passing it on',
      ['I forward it to colleagues as a warning', 'I wait until I am sure what it means'],
      1,
    ),
    question(
      'How sure must you be before you speak to the safeguarding lead?',
      'A worry is enough',
      ['I need to have seen it twice', 'I need proof'],
      2,
    ),
  ],
);
