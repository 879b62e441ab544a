// Fairwater High School of the demo: a secondary on the policy `grappenhall-heys`, which leaves many questions to Gatepost's own defaults.
import type { DemoSchool, Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

const form = (year: number, letter: string) => ({ name: `${year}${letter}`, years: [`Year ${year}`], size: 30 });

export const fairwaterHigh: DemoSchool = {
  details: {
    name: 'Fairwater High School',
    shortName: 'Fairwater High',
    slug: 'fairwater-high',
    phase: 'secondary',
    division: 'england-and-wales',
    address: 'Station Road, Fairwater FW2 6HA',
    telephone: '01632 960388',
    email: 'reception@fairwaterhigh.example',
    website: 'https://fairwaterhigh.example',
    ethos: 'Curious, kind and ready.',
  },
  model: 'grappenhall-heys',
  hours: { opens: '08:30', closes: '15:10' },
  first: {
    key: 'nadia',
    name: 'Nadia Rahman',
    jobTitle: 'Communications officer',
    email: 'nadia.rahman@fairwaterhigh.example',
    types: ['staff'],
    look: 'runs a secondary school’s accounts',
  },
  people: [
    {
      key: 'imran',
      name: 'Imran Siddiqui',
      jobTitle: 'Headteacher',
      email: 'imran.siddiqui@fairwaterhigh.example',
      types: ['staff'],
      responsibilities: ['headteacher'],
      signOff: 'Mr Siddiqui, headteacher',
      look: 'headteacher: an emergency post wants looking at again',
    },
    {
      key: 'carys',
      name: 'Carys Morgan',
      jobTitle: 'Deputy headteacher, pastoral',
      email: 'carys.morgan@fairwaterhigh.example',
      types: ['staff'],
      responsibilities: ['deputy-headteacher'],
    },
    {
      key: 'sophie',
      name: 'Sophie Turnbull',
      jobTitle: 'Assistant headteacher',
      email: 'sophie.turnbull@fairwaterhigh.example',
      types: ['staff'],
      responsibilities: ['slt'],
      look: 'senior leadership team',
    },
    {
      key: 'oliver',
      name: 'Oliver Whitcombe',
      jobTitle: 'Safeguarding lead',
      email: 'oliver.whitcombe@fairwaterhigh.example',
      types: ['staff'],
      responsibilities: ['dsl', 'slt'],
    },
    {
      key: 'lucas',
      name: 'Lucas Ferreira',
      jobTitle: 'Head of computing',
      email: 'lucas.ferreira@fairwaterhigh.example',
      types: ['staff'],
      responsibilities: ['computing-lead'],
    },
    {
      key: 'elspeth',
      name: 'Elspeth Mackay',
      jobTitle: 'Business manager',
      email: 'elspeth.mackay@fairwaterhigh.example',
      types: ['staff'],
      responsibilities: ['business-manager'],
    },
    {
      key: 'callum',
      name: 'Callum Reid',
      jobTitle: 'Science teacher',
      email: 'callum.reid@fairwaterhigh.example',
      types: ['staff'],
      responsibilities: ['author'],
      signOff: 'Mr Reid, science',
      look: 'a teacher: a draft that Gatepost’s own default stops',
    },
    {
      key: 'bethan',
      name: 'Bethan Price',
      jobTitle: 'Head of PE',
      email: 'bethan.price@fairwaterhigh.example',
      types: ['staff'],
      responsibilities: ['author'],
      signOff: 'Ms Price, PE',
    },
    {
      key: 'judith',
      name: 'Judith Haworth',
      jobTitle: 'Chair of governors',
      email: 'judith.haworth@governors.fairwater.example',
      types: ['governor'],
      responsibilities: ['chair-of-governors'],
    },
    {
      key: 'raymond',
      name: 'Raymond Eze',
      jobTitle: 'Careers volunteer',
      email: 'raymond.eze@fairwater.example',
      types: ['volunteer'],
      outside: true,
    },
    {
      key: 'yvonne',
      name: 'Yvonne Baptiste',
      jobTitle: 'Supply teacher',
      email: 'yvonne.baptiste@supply.example',
      types: ['supply'],
      outside: true,
    },
  ],
  deputies: [{ of: 'imran', by: 'carys', responsibility: 'headteacher' }],
  away: [],
  classes: [7, 8, 9, 10, 11].flatMap((year) => [
    year === 9 ? { ...form(9, 'A'), with: ['Idris Bellamy'] } : form(year, 'A'),
    form(year, 'B'),
  ]),
  ownContacts: [
    { kind: 'email', value: 'reception@fairwaterhigh.example' },
    { kind: 'telephone', value: '01632 960388' },
    { kind: 'site', value: 'fairwaterhigh.example' },
  ],
  confidential: [{ term: 'sixth form merger', reason: 'The trust has not decided.' }],
  accounts: [
    { key: 'board', platform: 'noticeboard', authors: ['callum', 'bethan', 'carys', 'sophie'], runners: ['nadia'] },
    {
      key: 'instagram',
      platform: 'instagram',
      details: {
        name: 'Fairwater High on Instagram',
        handle: '@fairwaterhigh.example',
        address: 'https://www.instagram.com/fairwaterhigh.example/',
        purpose: 'School life in pictures.',
        audience: 'Pupils and families',
        reach: 'public',
        interaction: 'closed',
      },
      authors: ['bethan', 'callum'],
      runners: ['nadia'],
    },
    {
      key: 'bluesky',
      platform: 'bluesky',
      details: {
        name: 'Fairwater High on Bluesky',
        handle: '@fairwaterhigh.example',
        address: 'https://bsky.app/profile/fairwaterhigh.example',
        purpose: 'News and closures.',
        audience: 'Families and the town',
        reach: 'public',
        interaction: 'open',
      },
      authors: ['carys', 'callum'],
      runners: ['nadia'],
    },
  ],
  posts,
};

function posts(stage: Stage, when: When): readonly Scene[] {
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
