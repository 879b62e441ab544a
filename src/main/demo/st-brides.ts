// St Bride's Church of England Primary School of the demo: sixty children in three classes, on the policy `st-nicholas`. The headteacher is away.
import type { DemoSchool, Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

export const stBrides: DemoSchool = {
  details: {
    name: 'St Bride’s Church of England Primary School',
    shortName: 'St Bride’s',
    slug: 'st-brides',
    phase: 'primary',
    division: 'england-and-wales',
    address: 'Church Lane, Nether Wendle FW7 2QX',
    telephone: '01632 960277',
    email: 'office@st-brides.example',
    website: 'https://st-brides.example',
    ethos: 'Loved, we learn to love. We welcome every family, of every faith and of none.',
  },
  model: 'st-nicholas',
  hours: { opens: '08:50', closes: '15:20' },
  first: {
    key: 'gwen',
    name: 'Gwen Tandy',
    jobTitle: 'School secretary',
    email: 'gwen.tandy@st-brides.example',
    types: ['staff'],
    look: 'keeps a village school’s lists',
  },
  people: [
    {
      key: 'ruth',
      name: 'Ruth Ellery',
      jobTitle: 'Headteacher',
      email: 'ruth.ellery@st-brides.example',
      types: ['staff'],
      responsibilities: ['headteacher', 'dsl'],
      signOff: 'Mrs Ellery, headteacher',
    },
    {
      key: 'martin',
      name: 'Martin Osei',
      jobTitle: 'Deputy headteacher, Year 5 and 6 teacher',
      email: 'martin.osei@st-brides.example',
      types: ['staff'],
      responsibilities: ['deputy-headteacher', 'deputy-dsl'],
      signOff: 'Mr Osei, Oak class',
      look: 'decides while the headteacher is away',
    },
    {
      key: 'anna',
      name: 'Anna Kowalczyk',
      jobTitle: 'Year 3 and 4 teacher, computing lead',
      email: 'anna.kowalczyk@st-brides.example',
      types: ['staff'],
      responsibilities: ['computing-lead', 'slt'],
      signOff: 'Mrs Kowalczyk, Ash class',
      look: 'leads on computing, runs the school’s X account',
    },
    {
      key: 'bethany',
      name: 'Bethany Sugden',
      jobTitle: 'Reception and infants teacher',
      email: 'bethany.sugden@st-brides.example',
      types: ['staff'],
      responsibilities: ['author'],
      signOff: 'Miss Sugden, Willow class',
      look: 'a teacher in a school of sixty',
    },
    {
      key: 'graham',
      name: 'Graham Tull',
      jobTitle: 'Business manager',
      email: 'graham.tull@fairwater.example',
      types: ['staff'],
      responsibilities: ['business-manager'],
    },
    {
      key: 'peter',
      name: 'Peter Lowther',
      jobTitle: 'Chair of governors',
      email: 'peter.lowther@governors.fairwater.example',
      types: ['governor'],
      responsibilities: ['chair-of-governors'],
    },
    {
      key: 'sister',
      name: 'Agnes Fairbrother',
      jobTitle: 'Foundation governor',
      email: 'agnes.fairbrother@governors.fairwater.example',
      types: ['governor'],
      outside: true,
    },
    {
      key: 'walter',
      name: 'Walter Sandford',
      jobTitle: 'Gardening volunteer',
      email: 'walter.sandford@fairwater.example',
      types: ['volunteer'],
      outside: true,
    },
  ],
  deputies: [{ of: 'ruth', by: 'martin', responsibility: 'headteacher' }],
  away: [{ who: 'ruth', days: 4 }],
  classes: [
    { name: 'Willow', years: ['Reception', 'Year 1', 'Year 2'], size: 24 },
    { name: 'Ash', years: ['Year 3', 'Year 4'], size: 19 },
    { name: 'Oak', years: ['Year 5', 'Year 6'], size: 17 },
  ],
  ownContacts: [
    { kind: 'email', value: 'office@st-brides.example' },
    { kind: 'telephone', value: '01632 960277' },
    { kind: 'site', value: 'st-brides.example' },
  ],
  confidential: [{ term: 'pupil numbers review', reason: 'The diocese has not decided.' }],
  accounts: [
    { key: 'board', platform: 'noticeboard', authors: ['bethany', 'anna', 'martin'], runners: ['gwen'] },
    {
      key: 'x',
      platform: 'x',
      details: {
        name: 'St Bride’s on X',
        handle: '@stbrides_example',
        address: 'https://x.com/stbrides_example',
        purpose: 'News for families and the parish.',
        audience: 'Families and the parish',
        reach: 'public',
        interaction: 'closed',
      },
      authors: ['bethany', 'martin'],
      runners: ['anna'],
    },
  ],
  posts,
};

const OBJECTIVE = 'Families know what their children do here';

function posts(stage: Stage, when: When): readonly Scene[] {
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
        statements: { withoutReader: 'Everybody else is on the residential, and it is about beans.' },
      }),
    ),
    at(schoolDay(7, '16:02'), () => stage.send('seeds', 'bethany')),

    at(schoolDay(1, '14:40'), () =>
      stage.write('carols', 'bethany', {
        words: 'Carols by candlelight are on the last Tuesday of term at six. Bring a lantern if you have one.',
        on: ['board', 'x'],
        category: 'engagement',
        objective: OBJECTIVE,
        statements: { important: true, alternative: 'A letter goes home in book bags on Monday.' },
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
      }),
    ),
  ];
}
