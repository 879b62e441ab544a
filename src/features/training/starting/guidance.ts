// Advice and reminders that every school begins with. A school changes, issues and retires them as it likes.
import type { TargetKind } from '../target.ts';
import type { Every } from '../term.ts';

export interface StartingGuidance {
  readonly id: string;
  readonly kind: 'advice' | 'update' | 'reminder';
  readonly title: string;
  readonly words: string;
  readonly targetKind: TargetKind;
  readonly target: string;
  readonly every: Every;
  readonly automatic: boolean;
}

export const startingGuidance: readonly StartingGuidance[] = [
  {
    id: 'online-conduct-and-role',
    kind: 'advice',
    title: 'Your conduct online can affect your role and your standing in school',
    words: `What you write, like, share or appear in online can be read by pupils, families and colleagues, also when it was private and also when it is old.

It can affect your role here, your standing in school and, in grave cases, whether you may work with children at all.

If something of yours could be misread, say so before somebody else does: to your line manager or the headteacher.`,
    targetKind: 'all',
    target: '',
    every: 'year',
    automatic: false,
  },
  {
    id: 'privacy-guidance',
    kind: 'reminder',
    title: 'Protect yourself and your privacy',
    words: `Ten minutes this week, please:

- Look yourself up, signed out. What do strangers see?
- Open the privacy page of each service you use. Who sees your posts, your friends, your old pictures?
- Switch on a second factor where there is one, and give every service a password of its own.
- Leave what you no longer use.

The training module on protecting yourself shows how. If somebody is unkind to you online because of your work, tell us: you need not bear it alone.`,
    targetKind: 'all',
    target: '',
    every: 'term',
    automatic: false,
  },
  {
    id: 'guard-your-information',
    kind: 'reminder',
    title: 'Guard yourself and your personal information',
    words: `Most trouble online begins with something small that was easy to find: a home, a number, a routine, an old picture.

- Keep your address, your number and your family out of what strangers can read.
- Switch off the place in pictures and posts.
- Never share a log-in, and lock your screen.
- If you are bullied online, do not answer: keep it, and tell your line manager or the headteacher the same day.`,
    targetKind: 'all',
    target: '',
    every: 'term',
    automatic: true,
  },
];
