// The starting module on the policy itself.
import { question, startingModule } from './module.ts';

export const policyModule = startingModule(
  'policy',
  'Our social media policy',
  'What the policy is for, whom it binds and where to look when you are not sure. Ten minutes.',
  `
## What it is for

The policy protects children, the people who work here and the good name of the school, in that order. It is not there to keep anybody silent: it says how the school speaks, who decides, and what happens when something goes wrong.

## Whom it binds, and where

- It speaks to **everybody named in it**, not only to people who write posts: staff, governors, volunteers, contractors and, where it says so, families and pupils.
- It covers the school’s own accounts everywhere, including the noticeboard and the website.
- It touches your private life only where your private posts touch the school: pupils, colleagues, families, confidential matters, or your own standing as somebody who works with children.

## How the school speaks

- A post for the school goes out on the school’s accounts, through Gatepost, by somebody who has been authorised for that account. Never from a private account, and never “just quickly” from a phone.
- Where the policy asks for a second reader, somebody other than the author says yes to exactly these words and pictures. Change a word, and it is asked again.
- Pictures of children go nowhere without what the policy asks for first.

## When you are not sure

Ask before, not after. Every refusal in Gatepost names the clause it comes from and what to do instead, and “May I…?” finds the clause that answers a question. If none does, the question goes to the headteacher, and the answer helps the next person.

## When something goes wrong

Say so at once. A mistake that is reported within the hour can mostly be mended; one that is hidden cannot. Anything that may touch a child’s safety goes to the designated safeguarding lead, straight away and not by way of a post.
`,
  [
    question(
      'You took a lovely picture at the fair and want the school to show it. What do you do?',
      'Write a post in Gatepost for an account I am authorised for',
      ['Post it from my own account and name the school', 'Send it to the class group of the parents'],
      1,
    ),
    question(
      'You read a worrying message by a pupil under one of our posts. Who hears of it first?',
      'The designated safeguarding lead, at once',
      ['The person who wrote the post', 'Nobody, until it happens again'],
      0,
    ),
    question(
      'A post was approved, and you notice a wrong date before it goes out. What happens if you put it right?',
      'It is asked for approval again, because somebody agreed to exactly what they read',
      ['It goes out corrected', 'It goes out as it was'],
      2,
    ),
  ],
);
