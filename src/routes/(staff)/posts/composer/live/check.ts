// Checks the draft 300 ms after the last key: the server draws the page anew, and what differs is taken over.
import { ask } from './ask.ts';
import { begunOf, fieldsOf, pointTo, say } from './form.ts';
import { drawMarks } from './mirror.ts';
import { renew } from './renew.ts';

const AFTER = 300;

export interface Checks {
  /** Something has changed. */
  soon(): void;
  /** At once. @param more what the form does not say yet: a picture that came in, or one that is to move */
  now(more?: readonly [name: string, value: string]): Promise<void>;
  stop(): void;
}

export function checksOf(form: HTMLFormElement): Checks {
  // The page as it was opened: it shows the draft as this window began it.
  const address = `${location.pathname}?/look`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  /** Said with every question until an answer has taken it up. */
  let unanswered: (readonly [string, string])[] = [];

  async function now(more?: readonly [string, string]): Promise<void> {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    if (more) unanswered.push(more);
    const said = [...unanswered];
    const fields = fieldsOf(form);
    for (const [name, value] of said) fields.append(name, value);
    const answer = await ask(address, fields);
    // An answer that has been overtaken is dropped.
    if (mine !== asked) return;
    if (answer.kind !== 'page' || !answer.isRight) {
      say(form, 'Not checked just now. What you typed is still here.');
      return;
    }
    unanswered = unanswered.filter((one) => !said.includes(one));
    const begun = begunOf(form);
    renew(form, answer.form);
    pointTo(form, begun);
    drawMarks(form);
  }

  return {
    now,
    soon() {
      clearTimeout(timer);
      timer = setTimeout(() => void now(), AFTER);
    },
    stop() {
      clearTimeout(timer);
      asked += 1;
    },
  };
}
