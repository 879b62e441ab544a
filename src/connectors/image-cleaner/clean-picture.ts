// Makes a picture anew: decoded to bare pixels under strict limits and encoded again, so that nothing else survives.
import { createHash } from 'node:crypto';
import sharp, { type Raw, type Sharp } from 'sharp';
import type { CleanedPicture, CleanPicture } from '#features/media/ports.ts';
import { isFailure } from '#kernel/errors.ts';
import { notTaken, refusalOf } from './refusals.ts';
import { sniff, type PictureFormat } from './sniff.ts';

const EDGE = 2048;
const THUMBNAIL_EDGE = 480;
const JPEG_QUALITY = 85;
const DECODERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'];

/** Sets libvips up for the whole process: these decoders only, one thread, nothing kept in a cache. */
export function restrictDecoding(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: DECODERS.map((name) => `VipsForeignLoad${name}`) });
  sharp.concurrency(1);
  sharp.cache(false);
}

/** @param limitPixels width times height of what comes in, known from its header before anything is decoded */
export async function cleanPicture(bytes: Uint8Array, limitPixels: number): Promise<CleanedPicture> {
  const bitmap = await decode(bytes, limitPixels);
  return { ...(await encode(bitmap, EDGE)), thumbnail: await encode(bitmap, THUMBNAIL_EDGE) };
}

/** Pixels and nothing else: no profile, place, comment, second picture or anything that stood behind the first. */
interface Bitmap {
  readonly pixels: Uint8Array;
  readonly raw: Raw;
  readonly encoding: { readonly as: 'png' } | { readonly as: 'jpeg'; readonly chroma: '4:2:0' | '4:4:4' };
}

async function decode(bytes: Uint8Array, limitPixels: number): Promise<Bitmap> {
  const sniffed = sniff(bytes);
  if ('notTaken' in sniffed) throw notTaken(sniffed.notTaken);
  const options = { limitInputPixels: limitPixels, failOn: 'error' } as const;
  try {
    const { pages = 1 } = await sharp(bytes, options).metadata();
    if (pages > 1) throw notTaken('animation');
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .resize({ width: EDGE, height: EDGE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    return { pixels: data, raw, encoding: encodingFor(sniffed.format, data, info.channels) };
  } catch (error) {
    throw isFailure(error) ? error : refusalOf(error, limitPixels);
  }
}

/** Transparency needs PNG. Drawings keep their full colour resolution, or red letters would fray. */
function encodingFor(format: PictureFormat, pixels: Uint8Array, channels: number): Bitmap['encoding'] {
  if (isTransparent(pixels, channels)) return { as: 'png' };
  return { as: 'jpeg', chroma: format === 'png' || format === 'gif' ? '4:4:4' : '4:2:0' };
}

/** With two or four channels the last is how solid each point is. */
function isTransparent(pixels: Uint8Array, channels: number): boolean {
  if (channels % 2 !== 0) return false;
  for (let alpha = channels - 1; alpha < pixels.length; alpha += channels) {
    if (pixels[alpha] !== 255) return true;
  }
  return false;
}

async function encode({ pixels, raw, encoding }: Bitmap, edge: number): Promise<CleanPicture> {
  const picture = sharp(pixels, { raw }).resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });
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
