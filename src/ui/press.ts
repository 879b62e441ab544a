// What script adds to pages that the server has drawn whole: copying at one press, and dialogs that hold the page.
const opened = document.querySelector<HTMLDialogElement>('dialog.dialog[open]');
opened?.close();
opened?.showModal();

if (typeof navigator.clipboard?.writeText === 'function')
  for (const offer of document.querySelectorAll<HTMLElement>('[data-copies]')) offer.hidden = false;

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest<HTMLAnchorElement>('a[aria-haspopup="dialog"], dialog.dialog a');
  const offer = event.target.closest('button')?.closest<HTMLElement>('[data-copies]');
  if (offer) void copy(offer);
  if (link && turn(link)) event.preventDefault();
});

/** Opens the dialog that a link leads to, or shuts the one whose opener it leads back to. */
function turn({ hash }: HTMLAnchorElement): boolean {
  const id = hash.slice(1);
  const dialog = document.getElementById(id.replace(/-opener$/, ''));
  if (!(dialog instanceof HTMLDialogElement)) return false;
  // Where its address alone shows it, leaving that address hides it again.
  const opens = id === dialog.id;
  if (opens === dialog.open) return false;
  if (opens) dialog.showModal();
  else dialog.close();
  return true;
}

async function copy(offer: HTMLElement): Promise<void> {
  const box = document.getElementById(offer.dataset['copies']!);
  const said = offer.querySelector('[role=status]');
  if (!(box instanceof HTMLTextAreaElement) || said === null) return;
  try {
    await navigator.clipboard.writeText(box.value);
    said.textContent = 'Copied.';
  } catch {
    said.textContent = 'The browser would not copy them. Select the words and copy them yourself.';
  }
}
