// What the composer's form knows of itself: whether the post is begun, where its buttons lead, and the line that says how it is kept.

export interface Begun {
  /** Empty until the first save. */
  readonly postId: string;
  readonly revision: string;
}

export const begunOf = (form: HTMLFormElement): Begun => ({
  postId: hidden(form, 'postId:optional')?.value ?? '',
  revision: hidden(form, 'revision:number')?.value ?? '',
});

/** The form goes on with the post that is begun, and so does each of its buttons. */
export function pointTo(form: HTMLFormElement, { postId, revision }: Begun): void {
  for (const [name, value] of [
    ['postId:optional', postId],
    ['revision:number', revision],
  ] as const) {
    const input = hidden(form, name);
    if (input) input.value = value;
  }
  if (postId === '') return;
  const base = `/posts/${postId}/edit`;
  form.setAttribute('action', `${base}?/save`);
  for (const button of form.querySelectorAll('[formaction]'))
    button.setAttribute('formaction', button.getAttribute('formaction')!.replace(/^[^?]*/, base));
}

export function fieldsOf(form: HTMLFormElement): FormData {
  const fields = new FormData(form);
  fields.delete('picture');
  return fields;
}

export const saidOf = (form: HTMLFormElement): string => line(form)?.textContent ?? '';

export function say(form: HTMLFormElement, words: string): void {
  const said = line(form);
  if (said && said.textContent !== words) said.textContent = words;
}

const line = (form: HTMLFormElement) => form.querySelector('#kept [role=status]');
const hidden = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`);
