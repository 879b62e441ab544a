// The composer with script: checks as people type, keeps what they typed, and never moves the focus from under them.
// The page is drawn by the server alone; this takes over what differs.
import { bringIn } from './live/bring-in.ts';
import { checksOf } from './live/check.ts';
import { keepingOf } from './live/keep.ts';
import { drawMarks } from './live/mirror.ts';
import { placeFlags } from '#ui/place-flags.ts';
import { putBack, putIn } from './live/remedies.ts';

const form = document.querySelector<HTMLFormElement>('form[data-composer]');
if (form) bringToLife(form);

function bringToLife(form: HTMLFormElement): void {
  const checks = checksOf(form);
  const keeping = keepingOf(form);
  /** Behind all others; the server numbers them anew. */
  let nextPicture = 9_000;
  const changedAtOnce = (more?: readonly [string, string]): void => {
    drawMarks(form);
    void checks.now(more).then(() => keeping.soon());
  };

  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file') return;
    drawMarks(form);
    checks.soon();
    keeping.soon();
  });

  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'file') return;
    void bringIn(form, target).then(
      (mediaId) => mediaId !== null && changedAtOnce([`pictures.${nextPicture++}.mediaId`, mediaId]),
    );
  });

  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button === null) return;
    const isDone =
      button.name === 'fix' ? putIn(form, button) : button.dataset['put'] === 'back' && putBack(form, button);
    if (isDone) changedAtOnce();
    else if (button.name === 'arrange') changedAtOnce(['arrange', button.value]);
    else return;
    event.preventDefault();
  });

  form.addEventListener('submit', (event) => {
    checks.stop();
    const saving = keeping.stop();
    if (saving === null) return;
    // A save that is under way would change the revision under the button's feet: it ends first.
    event.preventDefault();
    void saving.then(() => keeping.isMeanwhile || form.requestSubmit(event.submitter));
  });

  // Telephones put pages away without a word: what is not yet kept is kept now.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keeping.now());
  // Back from where a button led: the page is as it was left, or the browser has put what was typed into a new one.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) keeping.start();
    drawMarks(form);
  });

  const resized = new ResizeObserver((boxes) => boxes.forEach(({ target }) => placeFlags(target as HTMLElement)));
  for (const mirror of form.querySelectorAll('.mirror')) resized.observe(mirror);
  if (form.dataset['check'] === 'due') void checks.now();
}
