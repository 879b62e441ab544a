// What is asked of somebody, and by when.
import { expect, it } from 'vitest';
import { askedOf, type Asking, type Learner } from './asked.ts';
import type { Module } from './modules.ts';

const module = (moduleId: string, more: Partial<Module> = {}): Module => ({
  moduleId, n: 1, title: moduleId, summary: '', words: 'x', video: '', document: '', questions: [], passMark: 100,
  sha256: '', note: '', writtenBy: null, writtenAt: null, countsFrom: 1, countsSince: null, neededToRun: false,
  repeatMonths: null, ownerId: null, retiredAt: null, started: true, ...more,
}); // prettier-ignore

const asking = (more: Partial<Asking> = {}): Asking => ({
  modules: [module('policy'), module('runner-role'), module('platform-x'), module('platform-other')],
  assignments: [{ moduleId: 'policy', target: { kind: 'type', of: 'staff' }, dueOn: '2026-12-01' }],
  policyMonths: 12,
  gates: { running: ['runner-role'], ownToo: true, platforms: true },
  today: '2026-11-20',
  ...more,
});

const learner = (
  more: Partial<Learner['member']> = {},
  done: Record<string, string> = {},
  on: string[] = [],
): Learner => ({
  member: { personId: 'p', roles: ['staff'], runs: false, since: '2020-09-01', ...more },
  platforms: on,
  completions: new Map(
    Object.entries(done).map(([id, completedOn]) => [id, [{ edition: 1, completedOn, statedEnd: null }]]),
  ),
});
const said = (asked: ReturnType<typeof askedOf>) =>
  asked.map(({ module: { moduleId }, state, dueOn }) => [moduleId, state, dueOn]);

it('asks whoever belongs to the group, by its day', () => {
  expect(said(askedOf(asking(), learner()))).toEqual([['policy', 'due', '2026-12-01']]);
  expect(said(askedOf(asking(), learner({ roles: ['governor'] })))).toEqual([]);
  expect(said(askedOf(asking({ today: '2026-12-02' }), learner()))).toEqual([['policy', 'overdue', '2026-12-01']]);
});

it('gives whoever joins later two weeks', () => {
  const late = asking({ today: '2027-01-06' });
  expect(said(askedOf(late, learner({ since: '2027-01-05' })))).toEqual([['policy', 'due', '2027-01-19']]);
});

it('is done, then asks again a month before it runs out, then is overdue', () => {
  const done = learner({}, { policy: '2026-01-10' });
  expect(said(askedOf(asking(), done))).toEqual([['policy', 'done', null]]);
  expect(said(askedOf(asking({ today: '2026-12-15' }), done))).toEqual([['policy', 'renew', '2027-01-10']]);
  expect(said(askedOf(asking({ today: '2027-01-11' }), done))).toEqual([['policy', 'overdue', '2027-01-10']]);
});

it('asks again when a new edition says so, with two weeks', () => {
  const changed = asking({
    modules: [module('policy', { n: 2, countsFrom: 2, countsSince: '2026-12-10' })],
    today: '2026-12-11',
  });
  expect(said(askedOf(changed, learner({}, { policy: '2026-11-20' })))).toEqual([['policy', 'due', '2026-12-24']]);
});

it('asks whoever writes for an account for what comes before it, on their platforms', () => {
  const runner = learner({ roles: ['governor'], runs: true }, { 'platform-x': '2020-01-01' }, ['x', 'the-hive']);
  expect(said(askedOf(asking(), runner))).toEqual([
    ['runner-role', 'due', null],
    ['platform-x', 'done', null],
    ['platform-other', 'due', null],
  ]);
  const free = asking({ gates: { running: [], ownToo: false, platforms: false } });
  expect(said(askedOf(free, runner))).toEqual([]);
});
