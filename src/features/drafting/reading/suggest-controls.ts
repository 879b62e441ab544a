// Which controls a clause might rest on, by the words it shares with clauses of the model policies and with what controls promise.
// Only ever offered: a person attaches them. Pure.
import type { Clause } from '#features/policy/index.ts';
import { likeness, rarity, tellingWords } from './telling-words.ts';

export interface Offered {
  readonly id: string;
  readonly promise: string;
}

export interface Suggestion {
  readonly control: string;
  /** Why: a clause in other words that rests on it, or its own promise. */
  readonly because: string;
  readonly likeness: number;
}

const MOST = 4;
const ENOUGH = 0.12;

/** Reads the material once; then asks clause by clause, through the words they share and not through every text. */
export function suggester(
  models: readonly Clause[],
  controls: readonly Offered[],
): (text: string) => readonly Suggestion[] {
  const known = new Set(controls.map(({ id }) => id));
  const sources = [
    ...models.map((clause) => ({
      words: tellingWords(`${clause.title} ${clause.text}`),
      controls: clause['rests-on'].filter((id) => known.has(id)),
      because: clause.text,
    })),
    ...controls.map(({ id, promise }) => ({ words: tellingWords(promise), controls: [id], because: promise })),
  ];
  const weightOf = rarity(sources.map(({ words }) => words));
  const byWord = new Map<string, number[]>();
  for (const [at, { words }] of sources.entries())
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), at]);
  return (text) => {
    const words = tellingWords(text);
    const near = new Set([...words].flatMap((word) => byWord.get(word) ?? []));
    const best = new Map<string, Suggestion>();
    for (const at of near) {
      const source = sources[at]!;
      const how = likeness(words, source.words, weightOf);
      if (how < ENOUGH) continue;
      for (const control of source.controls) {
        if (how > (best.get(control)?.likeness ?? 0))
          best.set(control, { control, because: source.because, likeness: how });
      }
    }
    return [...best.values()].sort((one, other) => other.likeness - one.likeness).slice(0, MOST);
  };
}
