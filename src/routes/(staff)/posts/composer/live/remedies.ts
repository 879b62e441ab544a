// Remedies at one press: the words are put in here, and a line under the notes can put them back.
import { replaced, type Fix } from '../draft.ts';

/** @returns false where the words are not found in one place, and the server is asked instead */
export function putIn(form: HTMLFormElement, button: HTMLButtonElement): boolean {
  const fix = JSON.parse(button.value) as Fix;
  if (!put(form, fix)) return false;
  const line = form.querySelector<HTMLElement>('#put-in')!;
  const back = line.querySelector<HTMLButtonElement>('button')!;
  back.value = JSON.stringify({ ...fix, found: fix.put, put: fix.found } satisfies Fix);
  line.querySelector('[data-says]')!.textContent = `Now says “${fix.put}”.`;
  line.hidden = false;
  // The button that was pressed goes with its note.
  back.focus({ preventScroll: true });
  return true;
}

export function putBack(form: HTMLFormElement, button: HTMLButtonElement): boolean {
  const fix = JSON.parse(button.value) as Fix;
  form.querySelector<HTMLElement>('#put-in')!.hidden = true;
  boxOf(form, fix)?.focus({ preventScroll: true });
  return put(form, fix);
}

function put(form: HTMLFormElement, fix: Fix): boolean {
  const box = boxOf(form, fix);
  if (!box) return false;
  const after = replaced(box.value, fix);
  if (after === box.value) return false;
  box.value = after;
  return true;
}

const boxOf = (form: HTMLFormElement, { part }: Fix): HTMLTextAreaElement | null =>
  form.querySelector(`textarea[name="${part === 'words' ? 'words' : `own.${part}`}"]`);
