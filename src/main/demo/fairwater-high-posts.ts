// Six weeks of posts at Fairwater High School, an emergency among them.
import type { Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

export function fairwaterHighPosts(stage: Stage, when: When): readonly Scene[] {
  const { schoolDay, minutesAgo } = when;
  const at = (moment: Temporal.Instant, play: () => Promise<void>): Scene => ({ at: moment, play });
  return [
    at(schoolDay(12, '15:20'), () =>
      stage.write('play', 'bethan', {
        words:
          'Tickets for the winter play are out. Three evenings, one storm, and more trapdoors than the hall has ever had.',
        on: ['board', 'instagram'],
        category: 'event',
        details: { eventDate: when.dateAhead(10) },
        picture: { scenery: 'stage', alt: 'An empty stage with red curtains and two spotlights on a wooden bench.' },
      }),
    ),
    at(schoolDay(12, '15:26'), () => stage.send('play', 'bethan')),
    at(schoolDay(11, '09:00'), () => stage.approve('play', 'nadia')),
    at(schoolDay(11, '11:30'), () =>
      stage.publishedByHand('play', 'nadia', 'https://www.instagram.com/p/DFairwater01/'),
    ),

    at(schoolDay(5, '14:10'), () =>
      stage.write('science', 'callum', {
        words:
          'Year 10 has built a cloud chamber out of a fish tank and a slab of dry ice. You can see the tracks of particles that fell from space.',
        on: ['board', 'bluesky'],
        category: 'learning',
      }),
    ),
    at(schoolDay(5, '14:15'), () => stage.send('science', 'callum')),
    at(schoolDay(5, '16:00'), () => stage.approve('science', 'sophie')),
    at(schoolDay(5, '16:30'), () =>
      stage.publishedByHand('science', 'nadia', 'https://bsky.app/profile/fairwaterhigh.example/post/3lfairwater2a'),
    ),

    at(schoolDay(1, '06:32'), () =>
      stage.write('closed', 'nadia', {
        words:
          'Fairwater High is closed today. A water main has burst and there is no heating. Work is set online; buses will not run.',
        on: ['board'],
        category: 'announcement',
        emergency: true,
        emergencyReason: 'Buses leave the depot at seven.',
      }),
    ),
    at(schoolDay(1, '06:33'), () => stage.send('closed', 'nadia')),
    at(schoolDay(1, '06:39'), () => stage.approve('closed', 'carys')),
    at(schoolDay(1, '06:41'), () => stage.approve('closed', 'imran', 'Agreed. I have rung the bus company.')),

    at(schoolDay(1, '15:00'), () =>
      stage.write('options', 'callum', {
        words: 'Options evening for Year 9 is coming up. Come and ask what you can do with three sciences.',
        on: ['board', 'bluesky'],
        category: 'event',
        details: { eventDate: when.dateAhead(5) },
        wantedAt: when.ahead(1, '17:00'),
      }),
    ),
    at(schoolDay(1, '15:05'), () => stage.send('options', 'callum')),

    at(minutesAgo(65), () =>
      stage.write('chess', 'callum', {
        words: 'Idris Bellamy in 9A beat the county champion at chess on Saturday, in forty-one moves.',
        on: ['board', 'bluesky'],
        category: 'celebration',
        details: { achievement: 'The county chess championship' },
      }),
    ),
  ];
}
