// What we say when a file cannot be taken as a picture, and what to do instead.
import { fail, type Failure } from '#kernel/errors.ts';
import type { NotTaken } from './sniff.ts';

const ANOTHER_COPY = 'Open it on your phone or computer, save it as a JPEG or PNG, and add that copy.';

const WORDS: Readonly<Record<NotTaken, { message: string; remedy: string }>> = {
  empty: { message: 'This file is empty.', remedy: 'See that it opens on your own device, then add it again.' },
  animation: {
    message:
      'This picture moves. Gatepost takes still pictures only, so that each can be looked at before it goes out.',
    remedy: 'Save one frame of it as a PNG or JPEG, for example by a screenshot, and add that.',
  },
  heic: {
    message: 'This photo is in the HEIC format, which iPhones use and most websites cannot show.',
    remedy:
      'Save it as a JPEG and add that. For new photos: on the iPhone, Settings, Camera, Formats, choose “Most Compatible”.',
  },
  svg: {
    message: 'This is an SVG drawing, which can carry programs and links.',
    remedy: 'Export it as a PNG from the program it was drawn in, and add that.',
  },
  pdf: {
    message: 'This is a PDF document, not a picture.',
    remedy: 'Save the page you want as a JPEG or PNG, or take a screenshot of it, and add that.',
  },
  archive: {
    message: 'This is a packed file (a zip or an office document), not a picture.',
    remedy: 'Unpack it, and add the pictures in it one by one as JPEG or PNG.',
  },
  video: { message: 'This is a film, not a picture.', remedy: 'Add a still picture (JPEG or PNG) instead.' },
  'camera-raw': {
    message: 'This is a raw, TIFF, BMP or Photoshop picture, which websites cannot show.',
    remedy: ANOTHER_COPY,
  },
  unknown: { message: 'This file is not a picture that Gatepost knows.', remedy: ANOTHER_COPY },
};

export function notTaken(what: NotTaken): Failure {
  return fail.invalid({ code: `picture-${what}`, ...WORDS[what] });
}

export function tooHeavy(limitBytes: number): Failure {
  return fail.invalid({
    code: 'picture-too-large',
    message: `This picture file is larger than ${Math.floor(limitBytes / 1_000_000)} MB.`,
    remedy: 'Save it at a lower resolution or as a JPEG, and add that copy.',
  });
}

/** What the decoder's complaint means to the person who added the picture; its own words go to the log only. */
export function refusalOf(cause: unknown, limitPixels: number): Failure {
  const complaint = cause instanceof Error ? cause.message : '';
  if (complaint.includes('pixel limit')) {
    return fail.invalid({
      code: 'picture-too-many-pixels',
      message: `This picture has more than ${Math.floor(limitPixels / 1_000_000)} million pixels.`,
      remedy: 'Make it smaller, for example 4,000 pixels wide, and add that copy.',
      cause,
    });
  }
  return fail.invalid({
    code: 'picture-damaged',
    message: 'This picture is damaged, or it did not arrive whole.',
    remedy: 'See that it opens on your own device, save it afresh as a JPEG or PNG, and add that copy.',
    cause,
  });
}

export function tooSlow(): Failure {
  return fail.invalid({
    code: 'picture-too-slow',
    message: 'This picture takes too long to open.',
    remedy: ANOTHER_COPY,
  });
}

export function busy(): Failure {
  return fail.unavailable({
    code: 'picture-cleaner-busy',
    message: 'Many pictures are being added just now.',
    remedy: 'Wait a minute and add it again.',
  });
}
