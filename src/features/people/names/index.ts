// Names: how a person's name is stored for matching, and how it is found in what people write.
export { fold, spanOf, type Folded } from './fold.ts';
export {
  firstNamesOf,
  fullNameKeys,
  keyOf,
  nameKeys,
  placeKey,
  type KeyKind,
  type NamedPerson,
  type PlacedPerson,
} from './keys.ts';
export { matcherOf, sureness, type Sureness } from './match.ts';
export { isGrammarWord, isOrdinaryWord } from './ordinary-words.ts';
export { groupsOf, isTitle, wordGroups, type WordGroup } from './word-groups.ts';
export { wordsOf, type Word, type Words } from './words.ts';
