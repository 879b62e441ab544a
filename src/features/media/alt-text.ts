// Is a picture's description one that somebody who cannot see the picture can use? (WCAG 2.2, 1.1.1)

export const ALT_TEXT_LIMIT = 1500;

export interface AltTextProblem {
  readonly code: 'empty' | 'placeholder' | 'file-name' | 'too-long' | 'says-picture';
  /** `stops`: there is no description to speak of. `advice`: it can be used, but could be better. */
  readonly weight: 'stops' | 'advice';
  readonly message: string;
  readonly remedy: string;
}

const REMEDY = 'Say in a sentence what the picture shows and why it is here.';
const PICTURE = '(?:image|picture|photo(?:graph)?|pic|img)';

const PLACEHOLDER = new RegExp(
  `^(?:an? |the )?(?:${PICTURE}s?|graphic|logo|alt(?:ernative)?(?: text)?|description|untitled|none|n/?a|tb[ac]|todo|test|x+)$`,
  'i',
);
const FILE_WITH_ENDING = /^\S.{0,200}\.(?:jpe?g|jfif|png|gif|webp|avif|hei[cf]|tiff?|bmp|svg)$/i;
const CAMERA_NAME =
  /^(?:img|image|photo|pic|dsc[nf]?|dcim|pxl|mvimg|gopr|screenshot|whatsapp image|signal|fb_img)[-_ ]?\(?\d(?:[\d\s_.:()-]|at|[ap]m|copy|edited|hdr|wa\d)*$/i;
const NUMBER_OR_CODE = /^(?:[\p{N}\p{P}\p{S}\s]+|(?=.*\d)[0-9a-f]{8,}(?:-[0-9a-f]{4,})*)$/iu;
const SAYS_PICTURE = new RegExp(`^(?:this is )?(?:an? |the )?${PICTURE}(?: of| showing| shows| depicting|:)\\s`, 'i');

/** @param fileName the name the picture had on the author's device, if known */
export function altTextProblem(text: string, fileName?: string): AltTextProblem | null {
  const words = text.trim();
  if (!/[\p{L}\p{N}]/u.test(words)) {
    return { code: 'empty', weight: 'stops', message: 'This picture has no description.', remedy: REMEDY };
  }
  const length = Array.from(words).length;
  if (length > ALT_TEXT_LIMIT) {
    return {
      code: 'too-long',
      weight: 'stops',
      message: `This description has ${length} characters; at most ${ALT_TEXT_LIMIT} are read out everywhere.`,
      remedy: 'Keep what matters here and put the rest into the post itself.',
    };
  }
  if (PLACEHOLDER.test(words.replace(/[.!?…]+$/u, ''))) {
    return {
      code: 'placeholder',
      weight: 'stops',
      message: `“${words}” does not describe the picture.`,
      remedy: REMEDY,
    };
  }
  if (isFileName(words, fileName)) {
    return { code: 'file-name', weight: 'stops', message: `“${words}” is the name of a file.`, remedy: REMEDY };
  }
  if (SAYS_PICTURE.test(words)) {
    return {
      code: 'says-picture',
      weight: 'advice',
      message: 'Screen readers already say that this is a picture.',
      remedy: 'Begin with what it shows.',
    };
  }
  return null;
}

/** A name somebody chose in plain words, such as `Sports day.jpg`, may serve as words; a name a device made may not. */
function isFileName(words: string, fileName: string | undefined): boolean {
  if (FILE_WITH_ENDING.test(words) || CAMERA_NAME.test(words) || NUMBER_OR_CODE.test(words)) return true;
  const stem = fileName?.replace(/\.[^.]*$/, '');
  return stem !== undefined && /[\d_-]/.test(stem) && !/\s/.test(stem) && words.toLowerCase() === stem.toLowerCase();
}
