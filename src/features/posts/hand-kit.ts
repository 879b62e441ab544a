// Publishing by hand: what a person needs to put a post out on a platform themselves. Pure.
import { LONGEST_ADDRESS } from './permalink.ts';
import type { Payload } from './ports.ts';

export interface HandAccount {
  readonly address: string;
  /** `{words}` stands for the post, `{host}` for the site that the account lives on. */
  readonly composerUrl: string;
}

export interface HandKit {
  /** To copy, exactly as approved. */
  readonly words: string;
  readonly pictures: readonly { readonly mediaId: string; readonly fileName: string; readonly alt: string }[];
  /** Where to begin; empty where the platform has no address of its own. */
  readonly composerUrl: string;
  /** The words already stand in the composer when it opens. */
  readonly wordsFilledIn: boolean;
}

/** @param contentTypes of the pictures, by media id */
export function handKit(account: HandAccount, payload: Payload, contentTypes: ReadonlyMap<string, string>): HandKit {
  const { pictures, words } = payload;
  return {
    words,
    pictures: pictures.map(({ mediaId, alt }, index) => ({
      mediaId,
      fileName: fileName(index + 1, pictures.length, contentTypes.get(mediaId)),
      alt,
    })),
    ...composer(account, words),
  };
}

function composer(account: HandAccount, words: string): Pick<HandKit, 'composerUrl' | 'wordsFilledIn'> {
  const host = URL.parse(account.address)?.host;
  const template = account.composerUrl;
  if (template === '' || (template.includes('{host}') && host === undefined)) {
    return { composerUrl: account.address, wordsFilledIn: false };
  }
  const place = template.replace('{host}', host ?? '');
  const filled = place.replace('{words}', () => encodeURIComponent(words.toWellFormed()));
  if (filled.length <= LONGEST_ADDRESS) return { composerUrl: filled, wordsFilledIn: place.includes('{words}') };
  return { composerUrl: place.slice(0, place.indexOf('?')), wordsFilledIn: false };
}

function fileName(n: number, of: number, contentType: string | undefined): string {
  const ending = contentType === 'image/png' ? 'png' : 'jpg';
  return of === 1 ? `picture.${ending}` : `picture-${n}-of-${of}.${ending}`;
}
