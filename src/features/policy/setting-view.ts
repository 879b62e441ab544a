// A setting as people are told it: its answer in words, who says so, and what reads it. Pure.
import { z } from 'zod';
import { answerInWords, capital, placeInWords } from './answer-in-words.ts';
import type { Answer } from './answer.ts';
import type { answerShape } from './change-input.ts';
import type { ReadingControl } from './controls-reading.ts';
import type { Place } from './document.ts';
import type { Setting } from './setting.ts';

export const sources = z
  .enum(['policy', 'trust', 'default', 'change'])
  .describe(
    'Who says so: the policy; where it is silent the trust, or else Gatepost; or the school by a change since it was put in force',
  );

export const doesShape = z.array(
  z.object({ control: z.string(), promise: z.string(), cannot: z.string().nullable(), yet: z.boolean() }),
);

export const doesOf = (reading: readonly ReadingControl[]): z.infer<typeof doesShape> =>
  reading.map(({ control, yet }) => ({
    control: control.id,
    promise: control.promise,
    cannot: control.cannot ?? null,
    yet,
  }));

export const placeView = (place: Place) => ({
  account: place.account ?? null,
  platform: place.platform ?? null,
  category: place.category ?? null,
  where: placeInWords(place),
});

export const wordsOf = (setting: Setting<unknown>, value: unknown): string => capital(answerInWords(setting, value));

export const answerView = (setting: Setting<unknown>, { is, overrides }: Answer): z.infer<typeof answerShape> => ({
  is,
  words: wordsOf(setting, is),
  overrides: overrides.map((one) => ({ ...placeView(one), is: one.is, words: wordsOf(setting, one.is) })),
});
