// What Gatepost makes real about trusts, schools and the ledger each school keeps.
import { defineControl } from '#kernel/control.ts';

export const schoolsControls = [
  defineControl({
    id: 'schools.trust-and-schools',
    kind: 'record',
    promise: 'A trust can hold several schools, each with its own policy, settings, people and accounts.',
    settings: [],
  }),
  defineControl({
    id: 'schools.separation',
    kind: 'enforced',
    promise: 'Nobody sees or changes anything of a school they do not belong to, by any door.',
    settings: [],
  }),
  defineControl({
    id: 'schools.ledger',
    kind: 'record',
    promise:
      'Every action, decision and refusal is written to the school’s own ledger, sealed so that a changed, removed or inserted entry is found.',
    settings: [],
    cannot: 'It shows what was done in Gatepost, not what was done directly on a platform.',
  }),
  defineControl({
    id: 'schools.calendar',
    kind: 'record',
    promise:
      'The school’s division, terms and hours are kept, and every date and time is read in the school’s own time zone.',
    settings: [],
  }),
  defineControl({
    id: 'schools.calendar-import',
    kind: 'workflow',
    promise:
      'A calendar from a file or an address is looked at by a person before it counts, and its later changes are shown, never taken silently.',
    settings: [],
  }),
  defineControl({
    id: 'schools.bank-holidays',
    kind: 'record',
    promise:
      'Bank holidays of the school’s part of the United Kingdom are no school days, and a day beyond the known list is said to be uncertain.',
    settings: [],
  }),
  defineControl({
    id: 'schools.own-contacts',
    kind: 'record',
    promise:
      'The school’s own addresses, telephone numbers, sites and e-mail domains are kept, so that they are never mistaken for somebody’s private details.',
    settings: [],
  }),
  defineControl({
    id: 'schools.confidential-terms',
    kind: 'record',
    promise: 'The school keeps a list of its confidential terms, which every draft is compared with.',
    settings: [],
  }),
  defineControl({
    id: 'schools.ethos',
    kind: 'guide',
    promise:
      'The school’s statement of ethos stands at the head of its policy and beside the editor when a post is written.',
    settings: [],
  }),
];
