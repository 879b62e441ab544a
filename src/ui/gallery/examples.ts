// Invented words for the gallery: a school, its people, a post and what was found in it.
import type { ClauseRef } from '../clause-ref.ts';
import type { TextMark } from '../marks.ts';
import type { Way } from '../nav.ts';
import type { Shape, Tone } from '../state.ts';

export const clauses = {
  names: {
    number: '4.2',
    name: 'First names only',
    href: '#clauses',
    text: 'A pupil’s first and last name never appear together in anything the school publishes.',
  },
  places: {
    number: '4.6',
    name: 'Where pupils will be',
    href: '#clauses',
    text: 'A place and a time at which pupils can be found are not published beforehand, unless the headteacher agrees.',
  },
  thanks: {
    number: '3.8',
    name: 'Naming other people',
    href: '#clauses',
    text: 'People are named when they know of it.',
  },
  reader: {
    number: 'ST-14',
    name: 'A second reader',
    href: '#clauses',
    text: 'Someone other than the author reads every post before it goes out.',
    whose: 'Gatepost’s default, not in your policy',
  },
} satisfies Record<string, ClauseRef>;

export const words = `Heron class walked to the tide mill on Tuesday and drew how its wheel turns. Nadia Okonkwo worked out that it lifts two tonnes of water a minute. We will be there every Tuesday morning until Easter.

Thank you to the Saltmarsh Millers for letting us climb to the top.`;

const on = (found: string, mark: Omit<TextMark, 'start' | 'end'>): TextMark => {
  const start = words.indexOf(found);
  return { ...mark, start, end: start + found.length };
};
export const marks: readonly TextMark[] = [
  on('Nadia Okonkwo', { tone: 'stop', number: 1, href: '#finding-1' }),
  on('every Tuesday morning until Easter', { tone: 'hold', number: 2, href: '#finding-2' }),
  on('Saltmarsh Millers', { tone: 'look', number: 3, href: '#finding-3' }),
];
export const tooLong: readonly TextMark[] = [on('for letting us climb to the top.', { tone: 'over' })];

export const nav: readonly Way[] = [
  { href: '/gallery', label: 'Today', current: true },
  { href: '/gallery/page', label: 'New post' },
  { href: '/gallery/decide', label: 'Approvals', count: { many: 2, of: 'waiting' } },
  { href: '/gallery#clauses', label: 'Policy' },
  { href: '/gallery#notices', label: 'Report a concern' },
];
export const foot: readonly Way[] = [
  { href: '/gallery#fields', label: 'Report a concern' },
  { href: '/gallery/public', label: 'Our official accounts' },
  { href: '/gallery#clauses', label: 'The policy in force' },
];

export const shapes: readonly { shape: Shape; tone: Tone; word: string; says: string }[] = [
  { shape: 'stop', tone: 'stop', word: 'Stops', says: 'Cannot go, refused' },
  { shape: 'hold', tone: 'hold', word: 'Needs a person', says: 'Always a named one' },
  { shape: 'look', tone: 'look', word: 'Second look', says: 'May go as it is' },
  { shape: 'done', tone: 'done', word: 'Done', says: 'Agreed, settled, in time' },
  { shape: 'todo', tone: 'calm', word: 'To do', says: 'Nothing urgent' },
  { shape: 'due', tone: 'hold', word: 'Due', says: 'Time is short' },
  { shape: 'late', tone: 'stop', word: 'Overdue', says: 'Filled in' },
  { shape: 'unknown', tone: 'look', word: 'Not known', says: 'We cannot tell' },
  { shape: 'lock', tone: 'look', word: 'Locked', says: 'Someone must unlock it' },
  { shape: 'pause', tone: 'calm', word: 'Paused', says: 'Frozen, closed' },
  { shape: 'blur', tone: 'done', word: 'Blurred', says: 'Made unrecognisable' },
  { shape: 'flag', tone: 'hold', word: 'Referred', says: 'To another body' },
  { shape: 'keep', tone: 'calm', word: 'Kept', says: 'As evidence' },
  { shape: 'note', tone: 'calm', word: 'Told', says: 'Somebody said' },
  { shape: 'hand', tone: 'calm', word: 'By hand', says: 'Sent back, carried over' },
  { shape: 'out', tone: 'calm', word: 'Outside', says: 'Leaves Gatepost' },
];

const drawn = (inside: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">${inside}</svg>`)}`;
export const pictures = [
  {
    src: drawn(
      '<path fill="#cfe0e6" d="M0 0h400v300H0z"/><path fill="#8aa87c" d="M0 150q120-40 230-12t170-18v90H0z"/><path fill="#7ba7b8" d="M0 200h400v100H0z"/><path fill="#a5713f" d="M220 70h120v140H220z"/><path fill="#6d4827" d="m205 72 75-52 75 52z"/><g fill="none" stroke="#4a3320" stroke-width="7"><circle cx="180" cy="190" r="56"/><path d="M180 134v112M124 190h112M140 150l80 80M220 150l-80 80"/></g><path fill="none" stroke="#d9eaf0" stroke-width="4" d="M0 232q50-12 100 0t100 0 100 0 100 0M0 266q50-12 100 0t100 0 100 0 100 0"/>',
    ),
    alt: 'A brick mill beside a river, its wooden wheel half in the water.',
    width: 400,
    height: 300,
  },
  {
    src: drawn(
      '<path fill="#b98b5b" d="M0 0h400v300H0z"/><path fill="#f6f4ea" d="m70 40 250 18-16 210-250-18z"/><g fill="none" stroke="#33506e" stroke-width="4"><circle cx="190" cy="150" r="62"/><path d="M190 88v124M128 150h124M146 106l88 88M234 106l-88 88M90 226q30-10 60 0t60 0 60 0"/></g><path stroke="#d8a22c" stroke-width="12" stroke-linecap="round" d="m300 250 66-78"/>',
    ),
    alt: 'A pencil drawing of a water wheel with eight spokes.',
    width: 400,
    height: 300,
  },
];

export const answers = [
  {
    value: 'approve',
    label: 'Approve it',
    hint: 'and agree to note 2, where the class will be',
    button: 'Approve it for Monday 08:30',
  },
  {
    value: 'back',
    label: 'Send it back',
    hint: 'Callum changes it and you see it again',
    button: 'Send it back to Callum Bright',
    reason: { name: 'note', label: 'What should change?' },
  },
  {
    value: 'refuse',
    label: 'Refuse it',
    hint: 'It ends here, with your reason kept',
    button: 'Refuse this post',
    stop: true,
    reason: { name: 'reason', label: 'Why?' },
  },
];

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const month = [16, 23].map((monday) =>
  weekdays.map((weekday, i) => ({
    iso: `2026-11-${monday + i}`,
    number: monday + i,
    name: `${weekday} ${monday + i} November`,
    is: monday + i === 20 ? ('today' as const) : undefined,
    note: monday + i === 27 ? 'INSET day' : undefined,
    entries:
      monday + i === 23
        ? [
            { href: '#m1', time: '08:30', text: 'The harvest', tone: 'done' as const, state: 'approved' },
            {
              href: '#m2',
              time: '12:00',
              text: 'The tide mill',
              tone: 'hold' as const,
              state: 'waits for Ruth Adeyemi',
            },
            {
              href: '#m3',
              time: '15:15',
              text: 'Clubs this week',
              tone: 'calm' as const,
              shape: 'hand' as const,
              state: 'by hand',
            },
          ]
        : monday + i === 20
          ? [{ href: '#m4', time: '16:00', text: 'Snow: school is open', tone: 'done' as const, state: 'gone out' }]
          : [],
    more: monday + i === 23 ? { href: '#m5', text: '2 more' } : undefined,
  })),
);
