// Names in every spelling: what must be found, what must be let be, and that the places given are exact.
import { assert, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKeys, sureness, wordGroups, type PlacedPerson } from './index.ts';

const pupil = (first: string, last: string, preferred?: string): PlacedPerson => ({
  kind: 'pupil',
  first,
  last,
  preferred,
});

const find = (person: PlacedPerson, text: string): { how: string; words: string } | null => {
  const keys = new Set(nameKeys(person));
  let best: { how: string; words: string } | null = null;
  for (const group of wordGroups(text)) {
    if (!keys.has(group.key)) continue;
    const how = sureness(group, person);
    if (how === 'name' || (how !== null && best === null)) best = { how, words: text.slice(group.start, group.end) };
  }
  return best;
};

const amelia = pupil('Amelia', 'Brown', 'Millie');

describe('a name in any writing', () => {
  it.each([
    'Amelia Brown', 'AMELIA BROWN', 'amelia brown', 'aMeLiA bRoWn', 'Millie Brown', 'Brown, Amelia', 'Brown Amelia',
    'Amelia J. Brown', 'amelia j brown', 'Amelia Jane Brown', 'Amelia (Millie) Brown', 'Amelia “Millie” Brown',
    '#AmeliaBrown', '#ameliabrown', '@ameliabrown', '@amelia_brown_12', '#BrownAmelia', '#brownamelia', '#welldoneameliabrown', 'AmeliaBrownRocks',
    'amelia_brown', 'amelia.brown', 'amelia-brown', 'amelia+brown', 'amelia/brown', 'ameliabrown2014', 'amelia1brown', 'Amelia%20Brown', 'brown_amelia.jpg',
    'Amelia Brown’s', "Amelia Brown's", 'Amelia Browns',
    'Àmélia Brówn', 'A\u0301melia Brown', 'Аmеliа Вrоwn', 'Αmelia Βrown', 'Am3lia Br0wn', 'Ame1ia Brown', 'AmeIia Brown', '4melia Brown', 'Ameli@ Brown', 'Arnelia Brown', 'Amelia Brovvn', 'Am€lia Brown',
    'Ame\u200blia Brown', 'Ame\u00adlia Brown', 'Amelia\u200bBrown', 'Amelia\u00a0Brown', 'Amelia\nBrown', 'Amelia\u2028Brown', 'Ame-\nlia Brown',
    'Ａｍｅｌｉａ Ｂｒｏｗｎ', '𝐀𝐦𝐞𝐥𝐢𝐚 𝐁𝐫𝐨𝐰𝐧', 'ⓐⓜⓔⓛⓘⓐ ⓑⓡⓞⓦⓝ', 'ᴀᴍᴇʟɪᴀ ʙʀᴏᴡɴ', '🇦🇲🇪🇱🇮🇦 🇧🇷🇴🇼🇳', 'B\u0336r\u0336o\u0336w\u0336n, Amelia',
    'A m e l i a  B r o w n', 'A.m.e.l.i.a Brown', 'Amelia 🎉 Brown', '**Amelia** _Brown_', 'Amelia|Brown', 'Amelia · Brown',
    'Amelia: Brown', 'Amelia; Brown', 'Amelia ... Brown', 'Amelia... Brown', 'Amelia… Brown', 'Amelia . . . Brown',
    'Amelia&nbsp;Brown', 'Amelia&#160;Brown', 'Amelia&#xA0;Brown', '&#65;melia Brown', 'Am&eacute;lia Brown', 'Ame&shy;lia Brown',
    '\u202Enworb ailemA\u202C', '\u202EnworB ailemA', '\u202EailemA\u202C Brown', '𝐀𝐦𝐞𝐥𝐢𝐚 \u202E\u202EnworB\u202C',
    'ᗩᗰᗴᒪIᗩ ᗷᖇOᗯᑎ', 'ꓮꓟꓰꓡꓲꓮ ꓐꓣꓳꓪꓠ', 'Ⱥmeliⱥ Ƀɍɵwn',
    'Amelia and Tom Brown', 'Amelia, Ella & Tom Brown', 'Amelia, whose surname is Brown',
  ])('finds %j', (written) => {
    expect(find(amelia, `Well done to ${written} today`)?.how).toBe('name');
    expect(find(amelia, written)?.how).toBe('name');
  }); // prettier-ignore

  it.each([
    ['Mary-Jane', 'Smith-Jones', 'Mary Jane Smith Jones'],
    ['Mary-Jane', 'Smith-Jones', 'Mary Smith'],
    ['Mary-Jane', 'Smith-Jones', 'maryjane jones'],
    ['Seán', 'O’Neill', 'Sean ONeill'],
    ['Sean', "O'Neill", 'Seán O Neill'],
    ['Sean', 'ONeill', 'Sean O`Neill'],
    ['Anna', 'van der Berg', 'Anna van der Berg'],
    ['Anna', 'van der Berg', 'Anna Berg'],
    ['Ewan', 'MacDonald', 'Ewan McDonald'],
    ['Ewan', 'McDonald', 'Ewan Mac Donald'],
    ['Jürgen', 'Müller', 'Juergen Mueller'],
    ['Juergen', 'Mueller', 'Jürgen Müller'],
    ['Bo', 'Li', 'Bo Li'],
    ['Suresh', '', 'Suresh'],
    ['Łukasz', 'Wójcik', 'Lukasz Wojcik'],
    ['Ioan', 'St John', 'Ioan Saint John'],
    ['José María', 'García López', 'Jose Garcia'],
    ['小明', '王', '今天王小明得奖'],
    ['Мария', 'Иванова', 'МАРИЯ ИВАНОВА'],
    ['Νίκος', 'Παππάς', 'ΝΙΚΟΣ ΠΑΠΠΑΣ'],
    ['محمد', 'علي', 'مُحَمَّد علي'],
    ['Agnes', 'Jones', 'Agnes Jones’ picture'],
    ['Isla', 'Moss', 'lsla Moss'],
    ['Millie', 'Willis', 'M1ll1e W1ll1s'],
    ['Phillip', 'Ellis', 'Ph1ll1p 3ll1s'],
    ['Amelia', 'Fenwick', 'Amelia Ϝenwick'],
    ['Amelia', 'Fenwick', 'Amelia ϝenwick'],
  ])('finds %s %s in %j', (first, last, text) => {
    expect(find(pupil(first, last), text)?.how).toBe('name');
  });

  it.each([
    ['Will', 'Read', 'year 3 will read'],
    ['Will', 'Read', 'Will read at home tonight'],
    ['Rose', 'Park', 'the rose park is open'],
    ['Grace', 'Young', 'such grace, young friends'],
    ['Joy', '', 'joy to the world'],
    ['Summer', 'Day', 'Summer: Day trips for all'],
    ['Will', 'Read', 'Where there’s a Will… Read on'],
  ])('is unsure of %s %s in %j', (first, last, text) => {
    expect(find(pupil(first, last), text)?.how).toBe('ordinary');
  });

  it.each([
    ['Will', 'Read', 'Will Read'],
    ['Will', 'Read', 'WILL READ'],
    ['Grace', 'Young', '@graceyoung'],
    ['Grace', 'Young', 'grace_young'],
  ])('is sure of %s %s in %j, ordinary as the words are', (first, last, text) => {
    expect(find(pupil(first, last), text)?.how).toBe('name');
  });

  it.each([
    ['Ada', 'Yin', 'we had a day in the woods'],
    ['Ina', 'May', 'in a may morning'],
    ['An', 'Na', 'Anna came'],
    ['Jack', 'Son', 'Jackson came'],
    ['Ali', 'Brown', 'all brown owls'],
    ['Amelia', 'Brown', 'Painted by Amelia. Brown bears came next.'],
    ['Amelia', 'Brown', 'Amelia met the children and then Brown bears'],
    ['Amelia', 'Brown', 'Amelia and Mrs Brown'],
    ['Amelia', 'Brown', 'Painted by Amelia: brown bears'],
    ['Amelia', 'Brown', 'We clapped for Amelia... brown bears came next.'],
    ['Amelia', 'Brown', 'Well done Amelia! Brown bears came next.'],
  ])('lets be %s %s in %j', (first, last, text) => {
    expect(find(pupil(first, last), text)).toBeNull();
  });
});

describe('places and cost', () => {
  it('gives the exact place in the original, past astral letters and invisible ones', () => {
    expect(find(amelia, '🎉🎉 Well done, 𝐀𝐦𝐞𝐥𝐢𝐚 Br\u200bown! 🎉')?.words).toBe('𝐀𝐦𝐞𝐥𝐢𝐚 Br\u200bown');
  });

  it('gives the place of letters turned round, as they are typed', () => {
    expect(find(amelia, '🎉 See \u202E!nworB ailemA\u202C now')?.words).toBe('nworB ailemA');
  });

  it('never throws, and stays within the text', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const group of wordGroups(text)) {
          expect(group.start).toBeGreaterThanOrEqual(0);
          expect(group.end).toBeGreaterThan(group.start);
          expect(group.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('asks for a few hundred keys for 2,000 characters of prose, and a bounded number for any', () => {
    const worst = ['Ab Cd Ef Gh ', 'lorn Irn ', 'A B C D ', '#abcdefghijklmnop ', 'Ann and Bob, ', 'a1b2 '].map(
      (words) => wordGroups(words.repeat(400).slice(0, 2_000)).length,
    );
    for (const count of worst) expect(count).toBeLessThan(80_000);
    const prose = 'The children of the green class painted a river with otters, and Poppy Reed found a golden newt. '
      .repeat(21)
      .slice(0, 2_000);
    expect(wordGroups(prose).length).toBeLessThan(1_000);
  });

  it('refuses a text of endless disguises, and never reads it in part', () => {
    expect(() => wordGroups('rn11 '.repeat(20_000))).toThrow('too many disguised words');
  });

  it('finds any name of the roll in the writings that need no guess', () => {
    const name = stringMatching(/^[A-Z][a-z]{3,9}$/);
    assert(
      property(name, name, (first, last) => {
        for (const text of [
          `${first} ${last}`,
          `${last}, ${first}`,
          `#${first}${last}`,
          `${first} Q. ${last}`,
          `${first.toUpperCase()} ${last.toUpperCase()}'S`,
        ]) {
          expect(find(pupil(first, last), `See ${text} now`)).not.toBeNull();
        }
      }),
      { numRuns: 200 },
    );
  });
});
