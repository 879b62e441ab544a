// Finds colleagues, parents and other adults named or pointed at, of whom no agreement to be named is on record.
import { isTitle, type Word } from '#features/people/names/index.ts';
import type { MatchedPerson } from '../draft.ts';
import { phrases, matches } from '../lexicon/phrases.ts';
import { titledMentions } from '../people-keys.ts';
import { original, place, type Reading } from '../reading.ts';
import { quote, type Hit, type Rule } from '../rule.ts';
import { namedInFull } from './pupil-full-name.ts';

/** Figures of stories and of public life whom nobody asks. */
const famous = phrases(`
(mr|mrs|miss|ms|dr) (tumble|men|man|gum|bean|twit|twits|wolf|fox|magnolia|tickle|happy|bump|rochester|darcy|bennet|hyde|jekyll|watson|who|seuss|dolittle|strange|foster|king|luther king|frog|tumnus|beaver|badger|toad|trunchbull|honey|marple|havisham|muffet|moppet|doubtfire|hippo|armitage|tiggy winkle|rabbit|claus|christmas|universe|world|wormwood|popper|wonka|benn|majeika|pankhurst|parks|seacole|barnardo|edward jenner|jenner|fauci|bell|big|potato head|potato|punch|squiggle|plum|peacock|white)
`);

const roleWords = `(head|headteacher|head teacher|deputy head|executive head|chair of governors|governor|parent governor|teacher|class teacher|teaching assistant|caretaker|site manager|cook|chef|receptionist|bursar|business manager|secretary|sencos?|dsl|librarian|midday supervisor|lunchtime supervisor|lollipop (man|lady)|coach|tutor|trainee|volunteer|parent|dad|mum|grandad|grandma|nan|councillor|pc|pcso|author|vicar|colleague|mayor)`;
const relation = phrases(`
(\\p{L}{2,20})'s? (mum|dad|mother|father|mummy|daddy|nan|nana|nanny|gran|granny|grandma|grandad|grandpa|grandmother|grandfather|auntie|aunt|uncle|stepdad|stepmum|carer|foster carer|parents|brother|sister|family)
`);
const withRole = phrases(
  `(our |the |new |former |retired |my ){0,2}${roleWords},? [\\p{L}'-]{2,20}( [\\p{L}'-]{2,20}){0,2}`,
);

const isRole = new RegExp(`^${roleWords.replaceAll('(', '(?:')}$`, 'i');

const nobody =
  /^(today|our|the|your|everyone|someone|somebody|everybody|children|child|pupil|one|it|there|what|let|that|who|here|mother|father|world|grandparent|king|queen|women|men|girls|boys)$/;

const remedy = 'Ask whether they agree and record it, or write “a colleague”, “a parent” or “one of our volunteers”.';

const isName = (word: Word | undefined): boolean =>
  word !== undefined && word.capital && !word.upper && word.text.length > 1;

/** "Our caretaker Tom Hill": the words after the role, as long as they are written with capitals. */
const namesAfterRole = (reading: Reading): Hit[] => {
  const hits: Hit[] = [];
  for (const match of matches(withRole, reading.plain)) {
    const written = original(reading, match.start, match.end);
    const name =
      /(?:[^\p{L}])((?:\p{Lu}[\p{Ll}'’-]{1,20})(?:[ -]\p{Lu}[\p{L}'’-]{1,20}){0,2})$/u.exec(written) ??
      /[^\p{L}](\p{Lu}[\p{Ll}'’-]{1,20}(?:[ -]\p{Lu}[\p{L}'’-]{1,20})?)(?= )/u.exec(written);
    const words = name?.[1];
    if (
      words === undefined ||
      isRole.test(words) ||
      /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Of|The|For|Day|Year|Class|Evening|Training|Council|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|Association|Forum|Group|Consultation|Consultations|Meeting|Meetings|Pay|Portal|Mail|View|Voice|Survey|School|Assistant|Teacher|Governors?)\b/.test(
        words,
      )
    )
      continue;
    const where = place(reading, match.start, match.end);
    const start = where.start + written.lastIndexOf(words);
    hits.push(adult(start, start + words.length, words));
  }
  return hits;
};

const adult = (start: number, end: number, words: string, person?: MatchedPerson): Hit => ({
  start,
  end,
  message: `${quote(words)} ${person?.kind === 'staff' ? 'is a colleague' : 'is another adult'} named in the post.`,
  remedy,
  who: 'headteacher',
  contestable: true,
});

export const namedAdult: Rule = {
  name: 'named-adult',
  readsMedia: true,
  find: ({ reading, facts }) => {
    const agreed = (person: MatchedPerson): boolean => facts.agreedToBeNamed?.has(person.id) === true;
    const hits: Hit[] = [];
    const byKey = Map.groupBy(facts.people, (person) => person.key);
    for (const { group, person, sure } of namedInFull(reading.groups, facts.people, ['staff', 'other-adult'])) {
      if (!agreed(person))
        hits.push({
          ...adult(group.start, group.end, reading.text.slice(group.start, group.end), person),
          ...(sure ? {} : { atMost: 'warn' as const }),
        });
    }
    const known = new Map(
      titledMentions(reading).flatMap((mention) =>
        (byKey.get(mention.key) ?? [])
          .filter((one) => one.kind !== 'pupil')
          .map((one) => [mention.first, one] as const),
      ),
    );
    const fame = matches(famous, reading.plain);
    for (const [index, word] of reading.words.entries()) {
      const next = reading.words[index + 1];
      if (!isTitle(word) || next === undefined || (next.gap !== 'space' && next.gap !== 'mark')) continue;
      const person = known.get(word);
      if (
        person === undefined
          ? !/^(?:mr|mrs|ms|miss|mx|dr)$/.test(word.text) || !isName(next) || !word.capital
          : agreed(person)
      )
        continue;
      if (person === undefined && fame.some((one) => one.start <= word.start && word.start < one.end)) continue;
      const after = reading.words[index + 2];
      const last = after !== undefined && after.gap === 'space' && isName(after) && !after.opens ? after : next;
      const where = place(reading, word.start, last.end);
      hits.push(adult(where.start, where.end, reading.text.slice(where.start, where.end), person));
    }
    for (const match of matches(relation, reading.plain)) {
      const who = match.words.split(/['\s]/)[0] ?? '';
      const written = original(reading, match.start, match.end);
      if (nobody.test(who) || !match.words.includes("'") || !/^\p{Lu}/u.test(written)) continue;
      const where = place(reading, match.start, match.end);
      hits.push({
        ...adult(where.start, where.end, written),
        message: `${quote(written)} points out somebody’s family.`,
      });
    }
    return [...hits, ...namesAfterRole(reading)];
  },
};
