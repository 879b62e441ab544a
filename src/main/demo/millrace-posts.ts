// Six weeks of posts at Millrace Primary School: every state that a post can be in.
import type { Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

export function millracePosts(stage: Stage, when: When): readonly Scene[] {
  const { schoolDay, minutesAgo } = when;
  const at = (moment: Temporal.Instant, play: () => Promise<void>): Scene => ({ at: moment, play });
  return [
    at(schoolDay(18, '15:50'), () =>
      stage.write('harvest', 'priya', {
        words:
          'Eleven full crates are on their way to the Fairwater food bank. Thank you to every family who put something on the harvest table.',
        on: ['board', 'facebook'],
        category: 'celebration',
        details: { achievement: 'Eleven crates for the food bank' },
        picture: { scenery: 'harvest', alt: 'A long table with two wooden crates, a pumpkin, apples and a marrow.' },
      }),
    ),
    at(schoolDay(18, '15:58'), () => stage.send('harvest', 'priya')),
    at(schoolDay(17, '08:12'), () => stage.approve('harvest', 'ngozi', 'Lovely, thank you.')),
    at(schoolDay(17, '08:40'), () =>
      stage.publishedByHand('harvest', 'ros', 'https://www.facebook.com/millraceprimary.example/posts/1024'),
    ),

    at(schoolDay(14, '16:05'), () =>
      stage.write('bikes', 'joel', {
        words:
          'Bikeability for Year 6 is on the playground this month. Helmets on, bikes checked, and a packed lunch if it is your day.',
        on: ['board'],
        category: 'event',
        details: { eventDate: when.dateAhead(2) },
      }),
    ),
    at(schoolDay(14, '16:10'), () => stage.send('bikes', 'joel')),
    at(schoolDay(13, '09:20'), () => stage.approve('bikes', 'daniel')),
    at(schoolDay(11, '10:15'), () =>
      stage.takeDown('bikes', 'ros', 'The provider has moved the dates. A new notice follows when they are settled.'),
    ),

    at(schoolDay(10, '15:40'), () =>
      stage.write('budget', 'joel', {
        words: 'The government has failed our schools again. Sign the petition at the gate this week.',
        on: ['board'],
        category: 'article',
        details: { link: 'https://www.bbc.co.uk/news' },
      }),
    ),
    at(schoolDay(10, '15:44'), () => stage.send('budget', 'joel')),
    at(schoolDay(9, '08:05'), () =>
      stage.refuse(
        'budget',
        'ngozi',
        'I understand why you are cross. The school takes no side before an election, so this cannot come from us.',
      ),
    ),

    at(schoolDay(8, '13:10'), () =>
      stage.write('weir', 'priya', {
        words:
          'Kingfisher class spent a morning by Fairwater weir, counting what lives in the stream. Caddisfly larvae tell us that the water is very clean.',
        on: ['board'],
        category: 'photo-video',
        picture: { scenery: 'weir', alt: 'A low weir between two trees, with white water running over it.' },
      }),
    ),
    at(schoolDay(8, '13:15'), () => stage.send('weir', 'priya')),
    at(schoolDay(8, '15:05'), () => stage.approve('weir', 'ngozi')),

    at(schoolDay(6, '10:00'), () =>
      stage.write('midday', 'ros', {
        words:
          'We are looking for a midday supervisor, five days a week in term time. Ring the office on 01632 960140 for a form.',
        on: ['board'],
        category: 'vacancy',
        details: { closingDate: when.dateAhead(8), contact: 'The school office, 01632 960140' },
      }),
    ),
    at(schoolDay(6, '10:05'), () => stage.send('midday', 'ros')),
    at(schoolDay(6, '12:30'), () => stage.approve('midday', 'helen')),

    at(schoolDay(3, '15:35'), () =>
      stage.write('cakes', 'joel', {
        words:
          'Cake sale in the hall after school on Thursday, for new books in the library. Please mark anything with nuts in it.',
        on: ['board'],
        category: 'event',
        details: { eventDate: when.dateAhead(1) },
        wantedAt: schoolDay(1, '12:00').toString(),
      }),
    ),
    at(schoolDay(3, '15:40'), () => stage.send('cakes', 'joel')),

    at(schoolDay(1, '12:01'), () => stage.minute()),

    at(schoolDay(2, '14:00'), () =>
      stage.write('nursery', 'helen', {
        words: 'Nursery open morning: come and play, and stay for a cup of tea. No need to book.',
        on: ['facebook'],
        category: 'event',
        details: { eventDate: when.dateAhead(6) },
      }),
    ),
    at(schoolDay(2, '14:05'), () => stage.send('nursery', 'helen')),
    at(schoolDay(1, '08:30'), () => stage.approve('nursery', 'daniel')),

    at(schoolDay(2, '15:45'), () =>
      stage.write('gates', 'priya', {
        words:
          'From next week the side gate opens ten minutes earlier, so that brothers and sisters can come in together.',
        on: ['board', 'bluesky'],
        category: 'event',
        details: { eventDate: when.dateAhead(3) },
      }),
    ),
    at(schoolDay(2, '15:50'), () => stage.send('gates', 'priya')),
    at(schoolDay(1, '09:10'), () =>
      stage.sendBack(
        'gates',
        'ngozi',
        'Nearly there. Please say which side gate, the one on Hollins Street or the one on Mill Lane, and from which day.',
      ),
    ),

    at(schoolDay(1, '13:00'), () =>
      stage.write('romans', 'priya', {
        words: 'Year 4 has turned the hall into a Roman market. Come and haggle for olives, sandals and a clay lamp.',
        on: ['board', 'bluesky'],
        category: 'event',
        details: { eventDate: when.dateAhead(2) },
        wantedAt: when.ahead(1, '08:30'),
      }),
    ),
    at(schoolDay(1, '13:04'), () => stage.send('romans', 'priya')),
    at(schoolDay(1, '15:20'), () => stage.approve('romans', 'ngozi')),

    at(schoolDay(1, '15:40'), () =>
      stage.write('film', 'joel', {
        words: 'Kestrel class would like to share a film that a family made of the leavers’ party last July.',
        on: ['facebook'],
        category: 'article',
        details: { link: 'https://millrace.example/kestrel' },
      }),
    ),
    at(schoolDay(1, '15:46'), () =>
      stage.ask(
        'film',
        'joel',
        'The family sent me the film and would like to see it shared. I do not know whether everybody in it agreed. Should I?',
      ),
    ),

    at(minutesAgo(150), () =>
      stage.write('author', 'joel', {
        words: 'Thank you to Freya Dunn, who wrote “The Lighthouse Cat”, for reading to Kestrel class this week.',
        on: ['board'],
        category: 'celebration',
        details: { achievement: 'A visit from an author' },
        statements: { basis: 'She is a published author and asked us to say that she was here.' },
      }),
    ),
    at(minutesAgo(146), () =>
      stage.contest(
        'author',
        'joel',
        'pupil-full-name',
        'This is the author who visited us, not our pupil of the same name.',
      ),
    ),
    at(minutesAgo(145), () => stage.send('author', 'joel')),

    at(minutesAgo(110), () =>
      stage.write('evening', 'priya', {
        words:
          'Booking for parents’ evening opens on Monday at eight. If you have no internet at home, ring the office and we will book for you.',
        on: ['board', 'facebook', 'bluesky'],
        category: 'event',
        details: { eventDate: when.dateAhead(7) },
        wantedAt: when.ahead(1, '16:00'),
      }),
    ),
    at(minutesAgo(105), () => stage.send('evening', 'priya')),

    at(minutesAgo(80), () =>
      stage.write('coats', 'helen', {
        words:
          'The lost property rail is full of coats. It stands in the hall until Friday; what is left then goes to the clothes bank.',
        on: ['facebook'],
        category: 'event',
        details: { eventDate: when.dateAhead(4) },
      }),
    ),
    at(minutesAgo(78), () => stage.send('coats', 'helen')),
    at(minutesAgo(40), () => stage.approve('coats', 'ngozi')),

    at(minutesAgo(22), () =>
      stage.write('larvae', 'priya', {
        words:
          'We spent Thursday at Fairwater weir, counting what lives in the stream. Amelia Fenwick found eleven caddisfly larvae in a single tray. Kingfisher class will be back at the river every Thursday afternoon until Christmas to see what changes.\n\nThank you to Wendle River Trust for the nets and the patience.',
        on: ['board', 'bluesky'],
        category: 'photo-video',
        picture: { scenery: 'weir', alt: '' },
      }),
    ),
  ];
}
