// Draws the marks under the words while they are being typed: where they were found, carried along to where the words stand now.
import { carryMarks, segments, type MarkTone, type TextMark } from '#ui/marks.ts';
import { placeFlags } from '#ui/place-flags.ts';

/** By box: what was found, and on which words. As the server wrote it on the form. */
export type Found = Readonly<Record<string, { readonly on: string; readonly marks: readonly TextMark[] }>>;

export function drawMarks(form: HTMLFormElement): void {
  const found = JSON.parse(form.querySelector<HTMLElement>('[data-marks]')?.dataset['marks'] ?? '{}') as Found;
  for (const box of form.querySelectorAll<HTMLTextAreaElement>('.marked > textarea')) {
    const { on, marks } = found[boxName(box)] ?? { on: '', marks: [] };
    drawIn(box, on, marks);
  }
}

/** `words` for those of the post; for words of an account's own, its id. */
const boxName = ({ name }: HTMLTextAreaElement): string => name.replace(/^own\./, '');

function drawIn(box: HTMLTextAreaElement, on: string, marks: readonly TextMark[]): void {
  const marked = box.parentElement!;
  const mirror = marked.querySelector<HTMLElement>('.mirror')!;
  marked.classList.toggle('marked--stale', on !== box.value);
  mirror.replaceChildren(
    ...segments(box.value, carryMarks(on, box.value, marks)).flatMap(({ text, tone, flags }) => [
      tone === null ? text : made('mark', `is-${tone}`, text),
      ...flags.map(flagOf),
    ]),
    '\n',
  );
  placeFlags(mirror);
}

function flagOf({ number, href, tone }: TextMark): HTMLElement {
  const drawn: Exclude<MarkTone, 'over'> = tone === 'over' ? 'stop' : tone;
  const flag = made('a', `marked-flag is-${drawn}`, String(number));
  if (href !== undefined) flag.href = href;
  flag.tabIndex = -1;
  flag.append(made('span', `mark mark--${drawn}`, ''));
  return flag;
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}
