// How far an adoption has come, in a word and a sentence. Pure.
import type { Shape, Tone } from '#ui/state.ts';

interface Adoption {
  readonly state: 'open' | 'sent-back' | 'refused' | 'withdrawn' | 'adopted' | 'called-off';
  readonly approvals: { readonly given: number; readonly of: number };
  /** Null where the draft was edited since: nobody signs it any more. */
  readonly lines: { readonly signed: number; readonly of: number } | null;
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
  const { state, approvals, lines, version } = adoption;
  // The pages end it with a full stop of their own.
  const closedBecause = adoption.closedBecause.replace(/\.$/, '');
  switch (state) {
    case 'open':
      if (approvals.given < approvals.of) {
        return {
          tone: 'hold',
          shape: 'due',
          word: 'Being approved',
          more: `${approvals.given} of ${approvals.of} have approved it`,
        };
      }
      return { tone: 'hold', shape: 'due', ...saySignatures(lines) };
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

function saySignatures(lines: Adoption['lines']): Pick<SaidState, 'word' | 'more'> {
  if (lines === null) return { word: 'Being signed', more: '' };
  const { signed, of } = lines;
  if (signed === of && of > 0) return { word: 'Signed by everybody', more: 'It waits for its day to be said' };
  return { word: 'Being signed', more: signed === 0 ? 'Nobody has signed yet' : `${signed} of ${of} lines are signed` };
}
