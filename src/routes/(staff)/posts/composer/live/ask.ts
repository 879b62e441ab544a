// Sends the composer's form to one of its actions and takes the form out of the page that comes back.

export type Answer =
  /** `isRight`: the action did what it was asked. Else the page says what is wrong. */
  | { readonly kind: 'page'; readonly form: HTMLFormElement; readonly isRight: boolean }
  | { readonly kind: 'silent' | 'signed-out' | 'gone' | 'failed' };

/** @param lasting is sent to the end even where the page is being put away */
export async function ask(address: string, fields: FormData, lasting = false): Promise<Answer> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: fields,
      headers: { accept: 'text/html' },
      keepalive: lasting,
    });
    if (answer.redirected) return { kind: new URL(answer.url).pathname.startsWith('/sign-in') ? 'signed-out' : 'gone' };
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const form = page.querySelector<HTMLFormElement>('form[data-composer]');
    return form === null || answer.status >= 500 ? { kind: 'failed' } : { kind: 'page', form, isRight: answer.ok };
  } catch {
    return { kind: 'silent' };
  }
}
