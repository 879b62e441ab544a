// Finds where children are or will be at a stated time: a group, a place away from school or a way there, and a time to come.
import * as wording from '../lexicon/whereabouts.ts';
import { matches } from '../lexicon/phrases.ts';
import { place, sentenceAround, original } from '../reading.ts';
import { quote, type Hit, type Rule } from '../rule.ts';

const has = (search: RegExp, sentence: string): boolean => sentence.search(search) !== -1;

export const liveLocation: Rule = {
  name: 'live-location',
  find: ({ reading }) => {
    const hits: Hit[] = [];
    let done = -1;
    for (const match of matches(wording.soon, reading.plain)) {
      const around = sentenceAround(reading.plain, match.start, match.end);
      if (around.start <= done) continue;
      const sentence = reading.plain.slice(around.start, around.end);
      const we =
        /\b(we|we're|we'll|us)\b/.test(sentence) &&
        /\b(pupils|children|trip|coach|year|class|walking|residential|match)\b/.test(sentence);
      if (!we && !has(wording.group, sentence)) continue;
      if (!has(wording.away, sentence) || !has(wording.going, sentence)) continue;
      if (has(wording.openToAll, sentence)) continue;
      if (
        has(wording.past, sentence) &&
        !/\b(will|'ll|going to|are off|is off|are now|right now|currently)\b/.test(sentence)
      )
        continue;
      done = around.end;
      const words = original(reading, match.start, match.end);
      hits.push({
        ...place(reading, match.start, match.end),
        message: `${quote(words)} tells anyone where children are or will be, and when.`,
        remedy: 'Post it once they are back, or leave the time or the place out.',
        who: 'headteacher',
        contestable: true,
      });
    }
    return hits;
  },
};
