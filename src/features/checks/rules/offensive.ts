// Finds obscene, threatening and harassing words, also in disguise. Place names and class books that only look so are let be.
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import * as wording from '../lexicon/offensive.ts';
import { matches } from '../lexicon/phrases.ts';
import { searchLists } from '../lexicon-search.ts';
import { original, place, type Reading } from '../reading.ts';
import { quote, type Hit, type Rule } from '../rule.ts';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const remedy = 'Take it out, or say it in words you would use to a parent at the gate.';
const letter = /[\p{L}\p{N}]/u;

/** The word in which a match stands: the library also finds a swear word inside an innocent one. */
const wordAround = (plain: string, from: number, to: number): { start: number; end: number } => {
  let start = from;
  while (start > 0 && letter.test(plain.charAt(start - 1))) start--;
  let end = to;
  while (end < plain.length && letter.test(plain.charAt(end))) end++;
  return { start, end };
};

/** Stems that are swear words in whatever word they stand. */
const always =
  /fuck|fck|shit(?!ak|z)|cunt|wank|bastard|bitch|arsehole|asshole|motherf|bullshit|dickhead|nigg(?:er|a)|slut|whore|twat|porn|blowjob|handjob|penis(?!tone)|vagina|tosser/;

const swearWords = (reading: Reading): Hit[] => {
  const { plain } = reading;
  const innocent = matches(wording.innocent, plain);
  const hits: Hit[] = [];
  for (const match of matcher.getAllMatches(plain, true)) {
    const { start, end } = wordAround(plain, match.startIndex, match.endIndex + 1);
    if (
      innocent.some((one) => one.start <= start && end <= one.end) ||
      innocent.some((one) => start <= one.start && one.end <= end && one.end - one.start > 4)
    )
      continue;
    const word = plain.slice(start, end);
    const whole = match.endIndex + 1 - match.startIndex >= end - start - 3;
    if (!always.test(word) && !whole) continue;
    // Letters run together across words ("push it", "class hit") are no swear word unless each stands alone ("s h i t").
    if (/\s/.test(word) && !/^(?:\S\s+)+\S$/.test(word)) continue;
    if (biology.test(plain.slice(Math.max(0, start - 80), end + 80)) && anatomy.test(word)) continue;
    hits.push({
      ...place(reading, start, end),
      message: `${quote(original(reading, start, end))} is an offensive word.`,
      remedy,
      contestable: true,
    });
  }
  return hits;
};
const anatomy =
  /^(?:penis|vagina|sex|sexual|sexes|breasts?|anus|testicles?|vulva|genitals?|rape|incest|abortion|erection|ejaculat\w*|orgasm|semen)$/;
const biology =
  /\b(?:science|biology|puberty|rse|rshe|education|lesson|body|consent|curriculum|health|nspcc|underwear|awareness|safeguarding|workshop|same|opposite|reproduction)\b/;

/** Letters set apart to slip past: "f u c k", "s.h.i.t". */
const apart = /(?<![\p{L}\p{N}])(?:\p{L}[ .*_-]{1,2}){3,12}\p{L}(?![\p{L}\p{N}])/gu;
const setApart = (reading: Reading): Hit[] =>
  [...reading.plain.matchAll(apart)]
    .filter((match) => always.test(match[0].replace(/[^\p{L}]/gu, '')))
    .map((match) => ({
      ...place(reading, match.index, match.index + match[0].length),
      message: `${quote(match[0])} is an offensive word.`,
      remedy,
      contestable: true,
    }));

export const offensive: Rule = {
  name: 'offensive',
  readsMedia: true,
  find: ({ reading }) => {
    const innocent = matches(wording.innocent, reading.plain);
    return [
      ...swearWords(reading),
      ...setApart(reading),
      ...searchLists(reading, [
        {
          search: wording.crude,
          says: 'is an offensive word.',
          remedy,
          when: (found) => !innocent.some((one) => one.start <= found.start && found.end <= one.end),
        },
        { search: wording.threatening, says: 'is a threat.', remedy, who: 'dsl', clearedByQuotation: true },
        { search: wording.harassing, says: 'harasses somebody.', remedy, clearedByQuotation: true },
      ]),
    ];
  },
};
