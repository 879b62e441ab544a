// Millrace Primary School of the demo: a town primary on the policy `tpat`.
import type { DemoSchool, Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

export const millrace: DemoSchool = {
  details: {
    name: 'Millrace Primary School',
    shortName: 'Millrace',
    slug: 'millrace',
    phase: 'primary',
    division: 'england-and-wales',
    address: 'Hollins Street, Fairwater FW1 4MP',
    telephone: '01632 960140',
    email: 'office@millrace.example',
    website: 'https://millrace.example',
    ethos: 'Every child is known, and every child is heard.',
  },
  model: 'tpat',
  hours: { opens: '08:45', closes: '15:30' },
  first: {
    key: 'tom',
    name: 'Tom Ashworth',
    jobTitle: 'Office manager',
    email: 'tom.ashworth@millrace.example',
    types: ['staff'],
    look: 'keeps people, class lists and accounts',
  },
  people: [
    {
      key: 'ngozi',
      name: 'Ngozi Okafor',
      jobTitle: 'Headteacher',
      email: 'ngozi.okafor@millrace.example',
      types: ['staff'],
      responsibilities: ['headteacher'],
      signOff: 'Mrs Okafor, headteacher',
      look: 'decides: posts are waiting',
    },
    {
      key: 'daniel',
      name: 'Daniel Hale',
      jobTitle: 'Deputy headteacher',
      email: 'daniel.hale@millrace.example',
      types: ['staff'],
      responsibilities: ['deputy-headteacher', 'deputy-dsl'],
      look: 'stands in for the headteacher',
    },
    {
      key: 'helen',
      name: 'Helen Pryce',
      jobTitle: 'Inclusion and safeguarding lead',
      email: 'helen.pryce@millrace.example',
      types: ['staff'],
      responsibilities: ['dsl', 'slt'],
      look: 'leads on safeguarding',
    },
    {
      key: 'samira',
      name: 'Samira Haddad',
      jobTitle: 'Computing lead, Year 2 teacher',
      email: 'samira.haddad@millrace.example',
      types: ['staff'],
      responsibilities: ['computing-lead'],
      signOff: 'Mrs Haddad, Swift class',
      look: 'leads on computing',
    },
    {
      key: 'graham',
      name: 'Graham Tull',
      jobTitle: 'Business manager',
      email: 'graham.tull@fairwater.example',
      types: ['staff'],
      responsibilities: ['business-manager'],
      look: 'works at two of the schools',
    },
    {
      key: 'leah',
      name: 'Leah Goldberg',
      jobTitle: 'Data protection lead',
      email: 'leah.goldberg@fairwater.example',
      types: ['staff'],
      responsibilities: ['data-protection-lead'],
    },
    {
      key: 'ros',
      name: 'Ros Kettle',
      jobTitle: 'Communications assistant',
      email: 'ros.kettle@millrace.example',
      types: ['staff'],
      responsibilities: ['account-runner'],
      signOff: 'The school office',
      look: 'publishes by hand, one is overdue',
    },
    {
      key: 'priya',
      name: 'Priya Raman',
      jobTitle: 'Year 4 teacher',
      email: 'priya.raman@millrace.example',
      types: ['staff'],
      responsibilities: ['author'],
      signOff: 'Miss Raman, Kingfisher class',
      look: 'a teacher: a draft with findings, one sent back',
    },
    {
      key: 'joel',
      name: 'Joel Whitlock',
      jobTitle: 'Year 6 teacher',
      email: 'joel.whitlock@millrace.example',
      types: ['staff'],
      responsibilities: ['author'],
      signOff: 'Mr Whitlock, Kestrel class',
      look: 'has asked the headteacher about a post',
    },
    {
      key: 'marguerite',
      name: 'Marguerite Lowe',
      jobTitle: 'Year 5 teacher',
      email: 'marguerite.lowe@millrace.example',
      types: ['staff'],
    },
    {
      key: 'miriam',
      name: 'Miriam Adler',
      jobTitle: 'Chair of governors',
      email: 'miriam.adler@governors.fairwater.example',
      types: ['governor'],
      responsibilities: ['chair-of-governors'],
      look: 'chairs the governors',
    },
    {
      key: 'desmond',
      name: 'Desmond Clarke',
      jobTitle: 'Parent governor',
      email: 'desmond.clarke@governors.fairwater.example',
      types: ['governor'],
    },
    {
      key: 'hilary',
      name: 'Hilary Moss',
      jobTitle: 'Reading volunteer',
      email: 'hilary.moss@fairwater.example',
      types: ['volunteer'],
      outside: true,
    },
    {
      key: 'piotr',
      name: 'Piotr Wasik',
      jobTitle: 'Peripatetic brass teacher',
      email: 'piotr.wasik@brass.example',
      types: ['contractor'],
      outside: true,
    },
  ],
  deputies: [{ of: 'ngozi', by: 'daniel', responsibility: 'headteacher' }],
  away: [],
  classes: [
    { name: 'Robin', years: ['Reception'], size: 30 },
    { name: 'Wren', years: ['Year 1'], size: 30 },
    { name: 'Swift', years: ['Year 2'], size: 29 },
    { name: 'Heron', years: ['Year 3'], size: 30 },
    {
      name: 'Kingfisher',
      years: ['Year 4'],
      size: 30,
      with: [
        'Amelia Fenwick',
        'Jakub Nowak',
        'Theo Marsh',
        'Oliver Pike',
        'Noah Adeyemi',
        'Freja Lund',
        'Ibrahim Khan',
        'Zainab Aziz',
        'Zachary Obi',
      ],
    },
    { name: 'Osprey', years: ['Year 5'], size: 28 },
    { name: 'Kestrel', years: ['Year 6'], size: 31, with: ['Freya Dunn'] },
  ],
  ownContacts: [
    { kind: 'email', value: 'office@millrace.example' },
    { kind: 'telephone', value: '01632 960140' },
    { kind: 'site', value: 'millrace.example' },
    { kind: 'address', value: 'Hollins Street, Fairwater FW1 4MP' },
  ],
  confidential: [
    { term: 'Project Weathervane', reason: 'The building plans are not public until the governors have met.' },
    { term: 'restructuring', reason: 'Staff are told first.' },
  ],
  accounts: [
    { key: 'board', platform: 'noticeboard', authors: ['priya', 'joel', 'samira', 'helen'], runners: ['ros', 'tom'] },
    {
      key: 'facebook',
      platform: 'facebook',
      details: {
        name: 'Millrace Primary',
        handle: 'millraceprimary.example',
        address: 'https://www.facebook.com/millraceprimary.example',
        purpose: 'The same news as the noticeboard, where many families look first.',
        audience: 'Families',
        reach: 'public',
        interaction: 'open',
      },
      authors: ['priya', 'joel', 'helen'],
      runners: ['ros'],
    },
    {
      key: 'bluesky',
      platform: 'bluesky',
      details: {
        name: 'Millrace on Bluesky',
        handle: '@millrace.example',
        address: 'https://bsky.app/profile/millrace.example',
        purpose: 'Short news and reminders.',
        audience: 'Families and neighbours',
        reach: 'public',
        interaction: 'open',
      },
      authors: ['priya', 'joel'],
      runners: ['ros'],
    },
  ],
  posts,
};

function posts(stage: Stage, when: When): readonly Scene[] {
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
          'Kingfisher class spent Thursday at Fairwater weir, counting what lives in the stream. Amelia Fenwick found eleven caddisfly larvae in a single tray. We will be back every Thursday afternoon until Christmas to see what changes.\n\nThank you to Wendle River Trust for the nets and the patience.',
        on: ['board', 'bluesky'],
        category: 'photo-video',
        picture: { scenery: 'weir', alt: '' },
      }),
    ),
  ];
}
