// The starting module for whoever writes for an account or runs one.
import { question, startingModule } from './module.ts';

export const runnerRoleModule = startingModule(
  'runner-role',
  'Writing for the school and running an account',
  'What you take on when you are authorised for an account. Fifteen minutes.',
  `
## Authority is yours alone

You were authorised by name, for this account, from a day on. It does not pass to a colleague who is standing beside you, and it ends when you leave or when somebody ends it. Nobody needs a reason to give authority back.

## Before you write

- **Who reads it?** A public account is read by strangers and search engines, for years. Write as if the local paper, a worried grandparent and next year’s inspectors were reading.
- **Does anybody stand in it?** Names, faces, uniforms with names, a certificate on the wall, a place at a time. Two harmless things together can tell who and where a child is.
- **What will they do with it?** A good post asks for one thing or tells one thing.

## While you write

- Plain words, the school’s tone, no opinions on politics or people, nothing you would not say at the school gate.
- Promise nothing that somebody else has to keep.
- Describe every picture in words for people who cannot see it.
- Other people’s pictures and music are other people’s. Say where they come from, or leave them out.

## The second reader

Somebody else reads it where the policy asks. They read exactly what goes out. Help them: say why, when and for whom. If it is sent back, that is the system working.

## After it is out

- Look again after an hour and after a day. Is it right, is it still right, what is written under it?
- Unkind or worrying replies are hidden and kept, not argued with.
- A mistake is taken down first and talked about afterwards. “Take down” works at any hour.

## If you are locked out, or somebody else got in

Tell the account administrator at once, then the headteacher. Change the password only together with whoever looks after it, so that nobody is shut out by accident.
`,
  [
    question(
      'You are ill, and a colleague who is not authorised offers to post in your name. What do you say?',
      'No. Somebody who is authorised writes it, or it waits',
      ['Yes, if I tell them what to write', 'Yes, with my password for today only'],
      2,
    ),
    question(
      'Which of these tells strangers most about a child?',
      'Their first name, their class and the club’s place and time',
      ['“Year 4 planted bulbs”', 'A picture of the bulbs'],
      0,
    ),
    question(
      'You see that a post of yours names the wrong child. What comes first?',
      'Take it down, then tell whoever should know',
      ['Write a correction under it', 'Wait for whoever approved it'],
      1,
    ),
    question(
      'Somebody writes something angry under a post. What do you do?',
      'I hide it if it breaks the rules, keep it on record, and do not argue',
      ['I answer from my own account', 'I delete it and forget it'],
      1,
    ),
  ],
);
