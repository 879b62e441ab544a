// While somebody writes: what it would change, asked of the server and put on the page. Without script a button asks the same.

const AFTER = 500;
const form = document.querySelector<HTMLFormElement>('form[data-look]');
if (form) bringToLife(form);

function bringToLife(written: HTMLFormElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const region = (page: ParentNode) => page.querySelector<HTMLElement>('#look');

  async function look(): Promise<void> {
    asked += 1;
    const mine = asked;
    try {
      const answer = await fetch(written.dataset['look']!, {
        method: 'POST',
        body: new FormData(written),
        headers: { accept: 'text/html' },
      });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = region(page);
      // An answer that has been overtaken is dropped.
      if (mine === asked && answer.ok && !answer.redirected && fresh) {
        region(document)?.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
      }
    } catch {
      // It stays as it was; saving says what is wrong.
    }
  }

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), AFTER);
  };
  written.addEventListener('input', soon);
  written.addEventListener('submit', () => clearTimeout(timer));
}
