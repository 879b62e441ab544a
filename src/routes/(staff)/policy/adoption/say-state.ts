// How far an adoption has come, in a word and a sentence. Pure.
import type { Shape, Tone } from '#ui/state.ts';

interface Adoption {
  readonly state: 'open' | 'sent-back' | 'refused' | 'withdrawn' | 'adopted' | 'called-off';
  readonly approvals: { readonly given: number; readonly of: number };
  readonly signatures: number;
  readonly closedBecause: string;
  readonly version: { readonly effectiveOn: string; readonly begun: boolean } | null;
}

export interface SaidState {
  readonly tone: Tone;
  readonly shape: Shape;
  readonly word: string;
  readonly more: string;
}

export function sayState(adoption: Adoption, day: (date: string) => string): SaidState {
  const { state, approvals, signatures, version } = adoption;
  // The pages end it with a full stop of their own.
  const closedBecause = adoption.closedBecause.replace(/\.$/, '');
  switch (state) {
    case 'open':
      return approvals.given < approvals.of
        ? {
            tone: 'hold',
            shape: 'due',
            word: 'Being approved',
            more: `${approvals.given} of ${approvals.of} have approved it`,
          }
        : {
            tone: 'hold',
            shape: 'due',
            word: 'Being signed',
            more: signatures === 0 ? 'Nobody has signed yet' : `${signatures} signed so far`,
          };
    case 'adopted':
      return {
        tone: 'done',
        shape: version?.begun ? 'done' : 'due',
        word: 'Adopted',
        more: version ? `In force ${version.begun ? 'since' : 'from'} ${day(version.effectiveOn)}` : '',
      };
    case 'called-off':
      return { tone: 'calm', shape: 'todo', word: 'Called off', more: 'Before its day had come' };
    case 'withdrawn':
      return { tone: 'calm', shape: 'todo', word: 'Withdrawn', more: closedBecause };
    case 'sent-back':
      return { tone: 'calm', shape: 'note', word: 'Sent back', more: closedBecause };
    case 'refused':
      return { tone: 'stop', shape: 'stop', word: 'Not adopted', more: closedBecause };
  }
}
