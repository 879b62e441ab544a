// Six weeks of posts at St Bride’s, where the deputy decides this week.
import type { Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

const OBJECTIVE = 'Families know what their children do here';
const TRAVELS = 'By families and the village, who pass it on among themselves.';

export function stBridesPosts(stage: Stage, when: When): readonly Scene[] {
  const { schoolDay, minutesAgo } = when;
  const at = (moment: Temporal.Instant, play: () => Promise<void>): Scene => ({ at: moment, play });
  return [
    at(schoolDay(15, '15:30'), () =>
      stage.write('harvest-festival', 'martin', {
        words:
          'Thank you to everybody who filled the church for our harvest festival. The singing could be heard at the bus stop.',
        on: ['board', 'x'],
        category: 'engagement',
        objective: OBJECTIVE,
        statements: { travels: TRAVELS },
        picture: { scenery: 'harvest', alt: 'A table in church with bread, apples and two crates of vegetables.' },
      }),
    ),
    at(schoolDay(15, '15:34'), () => stage.send('harvest-festival', 'martin')),
    at(schoolDay(14, '08:20'), () => stage.approve('harvest-festival', 'ruth')),
    at(schoolDay(14, '12:15'), () =>
      stage.publishedByHand('harvest-festival', 'anna', 'https://x.com/stbrides_example/status/1900000000000000001'),
    ),

    at(schoolDay(7, '16:00'), () =>
      stage.write('seeds', 'bethany', {
        words:
          'Willow class has planted broad beans along the south wall. We shall see by spring which of them came up.',
        on: ['board'],
        category: 'educational',
        objective: OBJECTIVE,
        statements: { travels: TRAVELS, withoutReader: 'Everybody else is on the residential, and it is about beans.' },
      }),
    ),
    at(schoolDay(7, '16:02'), () => stage.send('seeds', 'bethany')),

    at(schoolDay(1, '14:40'), () =>
      stage.write('carols', 'bethany', {
        words: 'Carols by candlelight are on the last Tuesday of term at six. Bring a lantern if you have one.',
        on: ['board', 'x'],
        category: 'engagement',
        objective: OBJECTIVE,
        statements: { travels: TRAVELS, important: true, alternative: 'A letter goes home in book bags on Monday.' },
        wantedAt: when.ahead(2, '08:00'),
      }),
    ),
    at(schoolDay(1, '14:45'), () => stage.send('carols', 'bethany')),

    at(minutesAgo(90), () =>
      stage.write('visitor', 'anna', {
        words: 'Ash class asked a beekeeper everything they wanted to know. Bees do sleep, it turns out.',
        on: ['board'],
        category: 'educational',
        objective: OBJECTIVE,
        statements: { travels: TRAVELS },
      }),
    ),
  ];
}
