// Makes every picture anew: decoded to bare pixels under strict limits and encoded again, so that nothing else survives.
import { createHash } from 'node:crypto';
import sharp, { type Raw, type Sharp } from 'sharp';
import { isFailure } from '#kernel/errors.ts';
import type { CleanPicture, PictureCleaner, PictureSource } from '#features/media/ports.ts';
import { busy, notTaken, refusalOf, tooHeavy } from './refusals.ts';
import { sniff, type PictureFormat } from './sniff.ts';
import { inTurns } from './turns.ts';

export interface ImageCleanerLimits {
  readonly bytes: number;
  /** Width times height of what comes in, known from its header before anything is decoded. */
  readonly pixels: number;
  /** Whole seconds each step may take. */
  readonly seconds: number;
  readonly atOnce: number;
  readonly waiting: number;
}

const LIMITS: ImageCleanerLimits = { bytes: 25_000_000, pixels: 64_000_000, seconds: 15, atOnce: 1, waiting: 20 };
const EDGE = 2048;
const THUMBNAIL_EDGE = 480;
const JPEG_QUALITY = 85;
const DECODERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'];

/** Also sets libvips up for the whole process: these decoders only, one thread a picture, nothing kept in a cache. */
export function createImageCleaner(wanted: Partial<ImageCleanerLimits> = {}): PictureCleaner {
  const limits = { ...LIMITS, ...wanted };
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: DECODERS.map((name) => `VipsForeignLoad${name}`) });
  sharp.concurrency(1);
  sharp.cache(false);
  const inTurn = inTurns(limits, busy);

  return {
    clean: async (source) => {
      if (source.size > limits.bytes) throw tooHeavy(limits.bytes);
      return inTurn(() => cleanNow(source, limits));
    },
  };
}

/** Pixels and nothing else: no profile, place, comment, second picture or anything that stood behind the first. */
interface Bitmap {
  readonly pixels: Uint8Array;
  readonly raw: Raw;
  readonly encoding: { readonly as: 'png' } | { readonly as: 'jpeg'; readonly chroma: '4:2:0' | '4:4:4' };
}

async function cleanNow(source: PictureSource, limits: ImageCleanerLimits) {
  const bitmap = await decode(await source.read(), limits);
  const full = await encode(bitmap, EDGE, limits.seconds);
  return { ...full, thumbnail: await encode(bitmap, THUMBNAIL_EDGE, limits.seconds) };
}

async function decode(bytes: Uint8Array, limits: ImageCleanerLimits): Promise<Bitmap> {
  const sniffed = sniff(bytes);
  if ('notTaken' in sniffed) throw notTaken(sniffed.notTaken);
  const options = { limitInputPixels: limits.pixels, failOn: 'error' } as const;
  try {
    const { pages = 1 } = await sharp(bytes, options).metadata();
    if (pages > 1) throw notTaken('animation');
    const { data, info } = await sharp(bytes, options)
      .timeout({ seconds: limits.seconds })
      .autoOrient()
      .resize({ width: EDGE, height: EDGE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    return { pixels: data, raw, encoding: encodingFor(sniffed.format, data, info.channels) };
  } catch (error) {
    throw isFailure(error) ? error : refusalOf(error, limits.pixels);
  }
}

/** Transparency needs PNG. Drawings keep their full colour resolution, or red letters would fray. */
function encodingFor(format: PictureFormat, pixels: Uint8Array, channels: number): Bitmap['encoding'] {
  if (isTransparent(pixels, channels)) return { as: 'png' };
  return { as: 'jpeg', chroma: format === 'png' || format === 'gif' ? '4:4:4' : '4:2:0' };
}

function isTransparent(pixels: Uint8Array, channels: number): boolean {
  if (channels % 2 !== 0) return false;
  for (let alpha = channels - 1; alpha < pixels.length; alpha += channels) {
    if (pixels[alpha] !== 255) return true;
  }
  return false;
}

async function encode({ pixels, raw, encoding }: Bitmap, edge: number, seconds: number): Promise<CleanPicture> {
  const picture = sharp(pixels, { raw })
    .timeout({ seconds })
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });
  const { data, info } = await written(picture, encoding).toBuffer({ resolveWithObject: true });
  return {
    bytes: data,
    sha256: createHash('sha256').update(data).digest('hex'),
    contentType: `image/${encoding.as}`,
    width: info.width,
    height: info.height,
  };
}

function written(picture: Sharp, encoding: Bitmap['encoding']): Sharp {
  if (encoding.as === 'png') return picture.png({ compressionLevel: 9 });
  return picture.removeAlpha().jpeg({ quality: JPEG_QUALITY, mozjpeg: true, chromaSubsampling: encoding.chroma });
}
