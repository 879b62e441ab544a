import { expect, test } from 'vitest';
import { authorSays } from './author-says.ts';

const nothing = {
  searchable: true, noPersonalBenefit: true, confirmedBy: '', basis: '', source: '', schoolDevice: true, ownVoice: false,
  important: false, alternative: '', travels: '', forPupils: false, pupilsWhy: '', pupilsImplies: '', withoutReader: '',
}; // prettier-ignore

test('an author’s statements are said in the order of reading, and what is empty is left out', () => {
  expect(authorSays(nothing)).toEqual([]);
  expect(authorSays({ ...nothing, basis: 'She agreed.', source: 'The survey of June' })).toEqual([
    { name: 'Where the facts come from', value: 'The survey of June' },
    { name: 'Why people may be named', value: 'She agreed.' },
  ]);
});
