// With script: checks the form 300 ms after the last key and keeps it two seconds after. Never moves the focus.
import { deserialize } from '$app/forms';
import type { CheckView } from './shown-check.ts';

const CHECK_AFTER = 300;
const SAVE_AFTER = 2_000;

interface Begun {
  readonly postId: string;
  readonly revision: number;
}

interface LiveOptions {
  readonly check: CheckView | null;
  readonly begun: Begun | null;
  readonly says: string;
  /** What the given check was made on. */
  readonly checkedOn: Readonly<Record<string, string>>;
  /** Saving what was sent or approved takes it back, so that is left to the button. */
  readonly mayKeep: boolean;
  readonly onMeanwhile: () => void;
  /** The first save has begun the post: it has an address now. */
  readonly onBegun: (postId: string) => void;
}

export class LiveDraft {
  check = $state.raw<CheckView | null>(null);
  begun = $state.raw<Begun | null>(null);
  /** Beside the heading, read out politely. */
  says = $state('');
  /** What the check was made on: `words`, and each account's own. */
  checkedOn = $state.raw<Readonly<Record<string, string>>>({});
  /** Somebody saved meanwhile: both texts are shown, and nothing is saved by itself. */
  isMeanwhile = $state(false);

  readonly #options: LiveOptions;
  #form: HTMLFormElement | undefined;
  #checkTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #saving: Promise<void> | null = null;
  #stopped = false;
  /** Nothing was typed since it was last sent to be kept. */
  #isKept = true;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.check = options.check;
    this.begun = options.begun;
    this.says = options.says;
    this.checkedOn = options.checkedOn;
  }

  /** @returns undoes it */
  attach(form: HTMLFormElement): () => void {
    this.#form = form;
    const changed = () => this.changed();
    const submit = (event: SubmitEvent) => this.#leaveByButton(event);
    form.addEventListener('input', changed);
    form.addEventListener('submit', submit);
    // Telephones put pages away without a word: what is not yet kept is kept now.
    const putAway = () => document.visibilityState === 'hidden' && this.#keepNow();
    document.addEventListener('visibilitychange', putAway);
    return () => {
      form.removeEventListener('input', changed);
      form.removeEventListener('submit', submit);
      document.removeEventListener('visibilitychange', putAway);
      clearTimeout(this.#checkTimer);
      this.#keepNow();
    };
  }

  changed(after = CHECK_AFTER): void {
    if (this.#stopped) return;
    clearTimeout(this.#checkTimer);
    clearTimeout(this.#saveTimer);
    this.#checkTimer = setTimeout(() => void this.#look(), after);
    if (!this.#options.mayKeep) {
      this.says = 'Not saved yet. Saving takes it back to a draft.';
      return;
    }
    this.#isKept = false;
    this.#saveTimer = setTimeout(() => void this.#keep(), SAVE_AFTER);
  }

  async #look(): Promise<void> {
    const asked = ++this.#asked;
    const fields = this.#fields();
    const answer = await fetch('/posts/check', { method: 'POST', body: fields }).catch(() => null);
    if (asked !== this.#asked) return;
    if (!answer?.ok) {
      this.says = 'Not checked just now. What you typed is still here.';
      return;
    }
    this.check = (await answer.json()) as CheckView;
    this.checkedOn = textsOf(fields);
  }

  #keepNow(): void {
    if (!this.#isKept) void this.#keep();
  }

  /** Keeps the draft by the same form action as the button. */
  async #keep(): Promise<void> {
    clearTimeout(this.#saveTimer);
    if (this.#stopped) return;
    if (this.#saving) {
      this.#saveTimer = setTimeout(() => void this.#keep(), SAVE_AFTER);
      return;
    }
    this.#isKept = true;
    this.#saving = this.#save().finally(() => (this.#saving = null));
    await this.#saving;
  }

  async #save(): Promise<void> {
    const fields = this.#fields();
    fields.set('auto', 'yes');
    const address = this.begun === null ? '/posts/new?/save' : `/posts/${this.begun.postId}/edit?/save`;
    const answer = await fetch(address, {
      method: 'POST',
      body: fields,
      headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
    }).catch(() => null);
    if (answer === null) {
      this.says = 'Not saved: Gatepost did not answer. It is tried again when you type.';
      return;
    }
    const result = deserialize<
      { postId: string; revision: number; says: string },
      { problem: { code: string; message: string }; values: { postId?: string } }
    >(await answer.text());
    if (result.type === 'success' && result.data) {
      const isNew = this.begun === null;
      this.begun = { postId: result.data.postId, revision: result.data.revision };
      this.says = `${result.data.says}, and checked as you type`;
      if (isNew) this.#options.onBegun(this.begun.postId);
    } else if (result.type === 'failure' && result.data) {
      const { problem, values } = result.data;
      if (this.begun === null && values.postId) this.begun = { postId: values.postId, revision: 1 };
      this.says = `Not saved. ${problem.code === 'saved-meanwhile' ? 'It was saved elsewhere meanwhile.' : problem.message}`;
      if (problem.code === 'saved-meanwhile') {
        this.#stopped = true;
        this.isMeanwhile = true;
        this.#options.onMeanwhile();
      }
    } else if (result.type === 'redirect') {
      this.says = 'Not saved: you are signed out. Sign in again in another window, then type on here.';
    } else {
      this.says = 'Not saved: something went wrong on our side. It is tried again when you type.';
    }
  }

  /** A save that is under way would change the revision under the button's feet: it ends first. */
  #leaveByButton(event: SubmitEvent): void {
    if (event.defaultPrevented) return;
    clearTimeout(this.#checkTimer);
    clearTimeout(this.#saveTimer);
    if (this.#saving === null) {
      this.#stopped = true;
      return;
    }
    event.preventDefault();
    const submitter = event.submitter;
    void this.#saving.then(() => {
      // Two frames: the new revision has to be in the form.
      requestAnimationFrame(() => requestAnimationFrame(() => this.#form?.requestSubmit(submitter)));
    });
  }

  #fields(): FormData {
    const fields = new FormData(this.#form);
    fields.delete('picture');
    if (this.begun !== null) {
      fields.set('postId', this.begun.postId);
      fields.set('revision', String(this.begun.revision));
    }
    return fields;
  }
}

/** The words of the post as `words`, and those of each account by its id. */
function textsOf(fields: FormData): Record<string, string> {
  const boxes = [...fields].filter(
    ([name, value]) => typeof value === 'string' && (name === 'words' || name.startsWith('own.')),
  );
  return Object.fromEntries(
    boxes.map(([name, value]) => [name.replace(/^own\./, ''), String(value).replaceAll('\r\n', '\n')]),
  );
}
