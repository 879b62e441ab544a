// What Gatepost makes real about people, their roles and how they sign in.
import { defineControl } from '#kernel/control.ts';

export const peopleControls = [
  defineControl({
    id: 'people.directory',
    kind: 'record',
    promise:
      'Every member of the school community is held once, with the kinds of person they are (teaching and support staff, supply, volunteers, contractors, governors and so on) and the dates of each.',
    settings: [],
  }),
  defineControl({
    id: 'people.responsibilities',
    kind: 'record',
    promise: 'Each named responsibility says who holds it, from when until when, and who stands in during an absence.',
    settings: [],
  }),
  defineControl({
    id: 'people.one-headteacher',
    kind: 'enforced',
    promise: 'Each school has one headteacher at a time, and set-up is not finished until one is named.',
    settings: [],
  }),
  defineControl({
    id: 'people.roll',
    kind: 'record',
    promise: 'Who counts as a pupil is decided by the roll the school imports and not by age.',
    settings: [],
    cannot: 'It is as current as the last import.',
  }),
  defineControl({
    id: 'people.carers',
    kind: 'enforced',
    promise:
      'Pupils’ carers are kept apart from the directory, each with parental responsibility and “do not contact”, and only the headteacher, an account administrator, the data protection lead and the safeguarding leads read them.',
    settings: [],
    cannot: 'It is as current as the last list.',
  }),
  defineControl({
    id: 'people.personal-login',
    kind: 'enforced',
    promise: 'Everybody signs in as themselves; there are no shared or generic logins.',
    settings: [],
    cannot: 'It cannot see two people at one keyboard.',
  }),
  defineControl({
    id: 'people.second-factor',
    kind: 'enforced',
    promise: 'Roles that decide or administer must sign in with a second factor as well as a password.',
    settings: [],
  }),
  defineControl({
    id: 'people.no-private-numbers',
    kind: 'enforced',
    promise: 'The directory holds and shows no private telephone number of anybody who works or learns here.',
    settings: [],
  }),
  defineControl({
    id: 'people.private-life',
    kind: 'enforced',
    promise: 'Gatepost has no place to enter the password, feed or contents of anybody’s personal account.',
    settings: [],
  }),
  defineControl({
    id: 'people.administrator-limits',
    kind: 'enforced',
    promise: 'The system administrator can neither decide posts nor read concerns by virtue of that role.',
    settings: [],
  }),
];
