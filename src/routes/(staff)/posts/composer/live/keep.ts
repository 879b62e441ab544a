// Keeps the draft two seconds after the last key, by the same action as the button. The first time begins the post.
import { ask } from './ask.ts';
import { begunOf, fieldsOf, pointTo, saidOf, say } from './form.ts';

const AFTER = 2_000;

export interface Keeping {
  /** Something has changed. */
  soon(): void;
  /** The page is being put away. */
  now(): void;
  /** Nothing is kept by itself from now on. @returns once a save that is under way has ended */
  stop(): Promise<void> | null;
  start(): void;
  /** Somebody saved meanwhile: both texts are on the page, and the author says which to keep. */
  readonly isMeanwhile: boolean;
}

const WORDS = {
  silent: 'Not saved: Gatepost did not answer. It is tried again when you type.',
  'signed-out': 'Not saved: you are signed out. Sign in again in another window, then type on here.',
  gone: 'Not saved: it was sent or put away in another window. What you typed is still here.',
  failed: 'Not saved: something went wrong on our side. It is tried again when you type.',
} as const;

export function keepingOf(form: HTMLFormElement): Keeping {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;
  let isStopped = false;
  /** Nothing was typed since it was last sent to be kept. */
  let isKept = true;
  let isMeanwhile = false;

  function keep(lasting = false): void {
    clearTimeout(timer);
    if (isStopped || isKept) return;
    if (saving !== null) {
      timer = setTimeout(keep, AFTER);
      return;
    }
    isKept = true;
    saving = save(lasting).finally(() => (saving = null));
  }

  async function save(lasting: boolean): Promise<void> {
    const fields = fieldsOf(form);
    fields.set('auto', 'yes');
    const answer = await ask(form.getAttribute('action')!, fields, lasting);
    if (answer.kind !== 'page') {
      isKept = false;
      say(form, WORDS[answer.kind]);
      return;
    }
    const isNew = begunOf(form).postId === '';
    const begun = begunOf(answer.form);
    pointTo(form, begun);
    if (isNew && begun.postId !== '') history.replaceState(history.state, '', `/posts/${begun.postId}/edit`);
    say(form, saidOf(answer.form));
    if (answer.isRight) return;
    isKept = false;
    const theirs = answer.form.querySelector('#meanwhile');
    if (theirs?.firstElementChild) {
      isStopped = true;
      isMeanwhile = true;
      form.querySelector('#meanwhile')?.replaceWith(document.importNode(theirs, true));
    }
  }

  return {
    soon() {
      if (isMeanwhile) return;
      if (form.dataset['keep'] === 'by-hand') {
        say(form, 'Not saved yet. Saving takes it back to a draft.');
        return;
      }
      isKept = false;
      clearTimeout(timer);
      timer = setTimeout(keep, AFTER);
    },
    now: () => keep(true),
    stop() {
      clearTimeout(timer);
      isStopped = true;
      return saving;
    },
    start() {
      isStopped = isMeanwhile;
    },
    get isMeanwhile() {
      return isMeanwhile;
    },
  };
}
