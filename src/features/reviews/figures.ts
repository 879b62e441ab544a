// The figures that the headteacher sees when looking at how the policy is kept; frozen when the look is closed. Pure.
import type { Counted, ItemFacts, ItemState } from './implementation-items.ts';

export interface Figure {
  readonly label: string;
  readonly value: string;
}

export function figuresOf(
  { acknowledgements, training }: Counted,
  { referenceGaps }: ItemFacts,
  items: readonly ItemState[],
): Figure[] {
  const part = (done: number, of: number) => (of === 0 ? 'nobody is asked' : `${done} of ${of}`);
  return [
    { label: 'Have confirmed the policy', value: part(acknowledgements.done, acknowledgements.asked) },
    { label: 'Are late in confirming it', value: String(acknowledgements.late) },
    { label: 'Have finished their training', value: part(training.done, training.asked) },
    { label: 'Are late with their training', value: String(training.late) },
    { label: 'Linked policies and guidance missing or out of date', value: String(referenceGaps) },
    {
      label: 'Things done to put it into practice',
      value: part(items.filter(({ isDone }) => isDone).length, items.length),
    },
  ];
}
