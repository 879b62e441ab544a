// Tells what a file really is from its first bytes; its name and what the browser says about it count for nothing.

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

/** What people try to add that is not a still picture we take; each has words of its own in refusals.ts. */
export type NotTaken = 'empty' | 'animation' | 'heic' | 'svg' | 'pdf' | 'archive' | 'video' | 'camera-raw' | 'unknown';

export type Sniffed = { readonly format: PictureFormat } | { readonly notTaken: NotTaken };

export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { notTaken: 'empty' };
  const at = (offset: number, text: string) => latin1(bytes, offset, offset + text.length) === text;

  if (at(0, '\xff\xd8\xff')) return { format: 'jpeg' };
  if (at(0, '\x89PNG\r\n\x1a\n')) return isAnimatedPng(bytes) ? { notTaken: 'animation' } : { format: 'png' };
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return { format: 'gif' }; // whether it moves is known once its frames are counted
  if (at(0, 'RIFF') && at(8, 'WEBP')) return isAnimatedWebp(bytes) ? { notTaken: 'animation' } : { format: 'webp' };
  if (at(4, 'ftyp')) return sniffBrands(bytes);

  if (at(0, '%PDF')) return { notTaken: 'pdf' };
  if (at(0, 'PK\x03\x04') || at(0, 'PK\x05\x06') || at(0, '\x1f\x8b') || at(0, 'Rar!') || at(0, "7z\xbc\xaf'\x1c")) {
    return { notTaken: 'archive' };
  }
  if (at(0, '\x1a\x45\xdf\xa3') || (at(0, 'RIFF') && at(8, 'AVI '))) return { notTaken: 'video' };
  if (at(0, 'II*\0') || at(0, 'MM\0*') || at(0, 'BM') || at(0, '8BPS')) return { notTaken: 'camera-raw' };
  if (/<svg[\s>]/i.test(latin1(bytes, 0, 4096).replaceAll('\0', ''))) return { notTaken: 'svg' };
  return { notTaken: 'unknown' };
}

/** The brands of an ISO base media file (ISO/IEC 14496-12): the same box opens AVIF, HEIC and films. */
function sniffBrands(bytes: Uint8Array): Sniffed {
  const boxEnd = Math.min(uint32(bytes, 0), 256);
  const major = latin1(bytes, 8, 12);
  const brands = new Set([major, ...(latin1(bytes, 16, boxEnd).match(/.{4}/gs) ?? [])]);
  if (major === 'avis') return { notTaken: 'animation' };
  if (major === 'avif' || (major === 'mif1' && brands.has('avif'))) return { format: 'avif' };
  if (['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'].includes(major)) return { notTaken: 'heic' };
  return { notTaken: 'video' };
}

/** An `acTL` chunk before the first image data makes a PNG move (PNG specification, third edition, §11.3.6.1). */
function isAnimatedPng(bytes: Uint8Array): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + uint32(bytes, at)) {
    const type = latin1(bytes, at + 4, at + 8);
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
  }
  return false;
}

/** The animation flag of an extended WebP file (RFC 9649, §2.7). */
function isAnimatedWebp(bytes: Uint8Array): boolean {
  return latin1(bytes, 12, 16) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);
}

function uint32(bytes: Uint8Array, offset: number): number {
  return bytes.length < offset + 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset);
}
