// The five states a thing can be in, and the shape that goes with each when none is named.
export type Tone = 'stop' | 'hold' | 'look' | 'done' | 'calm';

export type Shape =
  | 'stop'
  | 'hold'
  | 'look'
  | 'done'
  | 'todo'
  | 'due'
  | 'late'
  | 'unknown'
  | 'lock'
  | 'pause'
  | 'blur'
  | 'flag'
  | 'keep'
  | 'note'
  | 'plus'
  | 'close'
  | 'down'
  | 'arrow'
  | 'out'
  | 'hand'
  | 'copy';

export const shapeOf: Readonly<Record<Tone, Shape>> = {
  stop: 'stop',
  hold: 'hold',
  look: 'look',
  done: 'done',
  calm: 'todo',
};

export const clockShapeOf: Readonly<Record<Tone, Shape>> = {
  stop: 'late',
  hold: 'due',
  look: 'unknown',
  done: 'done',
  calm: 'todo',
};

/** How much a finding matters, in one of the fixed phrases; `person` is who must decide. */
export function howMuch(tone: Tone, person?: string): string {
  switch (tone) {
    case 'stop':
      return 'Stops the post';
    case 'hold':
      return person === undefined ? 'Needs another person' : `Needs ${person}`;
    case 'look':
      return 'Worth a second look';
    case 'done':
      return 'Put right';
    case 'calm':
      return 'Noted';
  }
}
