// A chosen picture goes on its way at once and says how far it is. What it is called here comes back, and joins the form.
import { sendPicture } from './send-picture.ts';

/** @returns its id, or null where it did not arrive and the page says why */
export async function bringIn(form: HTMLFormElement, input: HTMLInputElement): Promise<string | null> {
  const file = input.files?.[0];
  const busy = form.querySelector<HTMLElement>('#sending-picture')!;
  const progress = busy.querySelector('progress')!;
  const problem = form.querySelector<HTMLElement>('#picture-problem')!;
  const limit = Number(input.dataset['limit']);
  problem.hidden = true;
  if (!file) return null;
  const refuse = (words: string): null => {
    problem.querySelector('[data-says]')!.textContent = words;
    problem.hidden = false;
    return null;
  };
  if (file.size > limit)
    return refuse(
      `This file is larger than ${Math.floor(limit / 1024 / 1024)} megabytes. Save it smaller and choose it again.`,
    );
  progress.value = 0;
  busy.hidden = false;
  const answer = await sendPicture(file, (share) => (progress.value = Math.round(share * 100)));
  busy.hidden = true;
  if ('problem' in answer) return refuse(answer.problem);
  input.value = '';
  return answer.mediaId;
}
