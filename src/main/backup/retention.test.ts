// Which backups stay: one a day, a week, a month, and always the newest.
import { expect, it } from 'vitest';
import { backupName, timeInName } from './names.ts';
import { expired } from './retention.ts';

const INSTALLATION = '01a0b1c2-0000-7000-8000-00001a2b3c4d';
const ZONE = 'Europe/London';
const day = (date: string, time = '03:15:00Z') => ({ name: date, at: Temporal.Instant.from(`${date}T${time}`) });
const everyDay = (from: string, days: number) =>
  Array.from({ length: days }, (_, i) => day(Temporal.PlainDate.from(from).add({ days: i }).toString()));
const staying = (files: ReturnType<typeof day>[], kept: Parameters<typeof expired>[1]) => {
  const gone = new Set(expired(files, kept, ZONE).map(({ name }) => name));
  return files.map(({ name }) => name).filter((name) => !gone.has(name));
};

it('keeps the last seven days, the newest of four weeks and of six months', () => {
  const stay = staying(everyDay('2026-01-01', 324), { daily: 7, weekly: 4, monthly: 6 });
  const lastWeek = everyDay('2026-11-14', 7).map(({ name }) => name);
  const monthsAndWeeks = [
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-31',
    '2026-11-01',
    '2026-11-08',
  ];
  expect(stay).toEqual([...monthsAndWeeks, ...lastWeek]);
});

it('keeps the newest one whatever else is said, and the newest of a day', () => {
  expect(staying([day('2020-01-01')], { daily: 0, weekly: 0, monthly: 0 })).toEqual(['2020-01-01']);
  const twice = [day('2026-11-19', '03:15:00Z'), { ...day('2026-11-19', '15:00:00Z'), name: 'later' }];
  expect(staying(twice, { daily: 7, weekly: 0, monthly: 0 })).toEqual(['later']);
});

it('counts days as the school does, not as Greenwich', () => {
  const files = [
    { name: 'evening', at: Temporal.Instant.from('2026-07-01T22:30:00Z') },
    { name: 'after midnight in London', at: Temporal.Instant.from('2026-07-01T23:30:00Z') },
  ];
  expect(staying(files, { daily: 2, weekly: 0, monthly: 0 })).toHaveLength(2);
});

it('reads the time back from a name, and knows what is not ours', () => {
  const at = Temporal.Instant.from('2026-11-20T03:15:00Z');
  const name = backupName(INSTALLATION, at);
  expect(name).toBe('gatepost-1a2b3c4d-20261120T031500Z');
  expect(timeInName(`${name}.backup.age`, INSTALLATION)?.equals(at)).toBe(true);
  for (const other of [
    'holiday.jpg',
    `${name}.backup.age.partial`,
    `${name}-before-0011.backup.age`,
    'gatepost-1a2b3c4d-20261340T031500Z.backup',
  ])
    expect(timeInName(other, INSTALLATION)).toBeNull();
  expect(timeInName(`${name}.backup`, INSTALLATION.replace('1a2b3c4d', '00000000'))).toBeNull();
});
