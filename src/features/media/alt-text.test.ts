import { expect, test } from 'vitest';
import { ALT_TEXT_LIMIT, altTextProblem } from './alt-text.ts';

test.each([
  'Year 4 pupils’ clay pots drying on a window sill',
  'Screenshot of the new lunch menu',
  'Picture books on a low shelf in the library',
  'The school logo: an oak above the words “Hill School”',
  'Photography club’s display',
  'Ein Baum im Schnee',
  '雪の校庭',
  'Sports day',
  '3 pupils painting a wall',
  'Fabaceae',
])('“%s” is a description', (text) => {
  expect(altTextProblem(text, 'Sports day.jpg')).toBeNull();
});

test.each([
  ['', 'empty'],
  ['  \n\u200b\u00a0 ', 'empty'],
  ['. – !', 'empty'],
  ['❤️', 'empty'],
  ['image', 'placeholder'],
  ['A photo.', 'placeholder'],
  ['Alt text', 'placeholder'],
  ['n/a', 'placeholder'],
  ['TBC', 'placeholder'],
  ['trip.jpg', 'file-name'],
  ['Our trip to the farm.JPEG', 'file-name'],
  ['IMG_1234', 'file-name'],
  ['DSC00017', 'file-name'],
  ['PXL_20260401_093012345', 'file-name'],
  ['Screenshot 2026-04-01 at 09.30.12', 'file-name'],
  ['WhatsApp Image 2026-04-01 at 09.30.12', 'file-name'],
  ['20260401_0930', 'file-name'],
  ['01933b6e-0000-7000-8000-000000000001', 'file-name'],
  ['farm_trip-final', 'file-name'],
])('“%s” stops the picture: %s', (text, code) => {
  expect(altTextProblem(text, 'Farm_Trip-final.png')).toMatchObject({ code, weight: 'stops' });
});

test.each(['Image of a tree', 'a photo of the new hall', 'This is a picture showing a tree', 'Photo: the new hall'])(
  '“%s” can be used and is told how to be better',
  (text) => {
    expect(altTextProblem(text)).toMatchObject({ code: 'says-picture', weight: 'advice' });
  },
);

test('a description is as long as it may be, counted in characters and not in bytes', () => {
  const longest = `A tree ${'🌳'.repeat(ALT_TEXT_LIMIT - 7)}`;
  expect(altTextProblem(longest)).toBeNull();
  expect(altTextProblem(`${longest}🌳`)).toMatchObject({ code: 'too-long', weight: 'stops' });
});
