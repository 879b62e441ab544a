// The good side of Millrace, as it was written down: how many its pages reached, what they achieved, what serves teaching;
// and what each school has told the trust of its health.
import { systemActor } from '#kernel/actor.ts';
import type { App } from '../compose.ts';
import type { DemoSchool, Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

export function benefitScenes({ details }: DemoSchool, stage: Stage, when: When): Scene[] {
  if (details.slug !== 'millrace') return [];
  return [
    {
      at: when.schoolDay(2, '15:20'),
      async play() {
        const { accounts, evidence } = await stage.as('tom');
        const { accounts: all } = await accounts.list({});
        const facebook = all.find(({ platform }) => platform.key === 'facebook');
        const board = all.find(({ platform }) => platform.key === 'noticeboard');
        if (!facebook || !board) throw new Error('Millrace has a page on Facebook and a noticeboard.');
        await evidence.noteReach({
          accountId: facebook.id,
          from: when.dateBack(25),
          to: when.dateBack(3),
          reached: 1_240,
          followers: 412,
          source: 'the page’s own statistics',
        });
        await evidence.judgeObjective({
          accountId: board.id,
          objective: 'News for families',
          outcome: 'met',
          words: 'Fewer calls to the office about dates: 31 this half-term, after 58 in the one before.',
        });
        await evidence.judgeObjective({
          accountId: facebook.id,
          objective: 'New families hear of us',
          outcome: 'partly',
          words: 'Four of eleven families at the open morning had read of it there.',
        });
      },
    },
    {
      at: when.schoolDay(2, '16:05'),
      async play() {
        const { evidence } = await stage.as('ngozi');
        await evidence.chooseTeaching({ kinds: ['article', 'celebration'] });
      },
    },
  ];
}

/** What each school publishes every night. */
export const healthScene = (app: App, trustId: string, when: When): Scene => ({
  at: when.schoolDay(1, '17:30'),
  async play() {
    const { rows } = await app.database.owner.query<{ id: string }>('select id from school where trust_id = $1', [
      trustId,
    ]);
    for (const { id } of rows) await app.as(systemActor(id, 'evidence.tellTrust')).evidence.publishHealth({});
  },
});
