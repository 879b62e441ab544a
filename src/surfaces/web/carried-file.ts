// A small file carried from one page to the next inside a form, so that a preview needs no script and leaves nothing behind.
import { gunzipSync, gzipSync } from 'node:zlib';

/** Compressed, as text for a hidden field. */
export const packed = (bytes: Uint8Array): string => gzipSync(bytes).toString('base64');

/**
 * @param most bytes that are believed; a field that unpacks to more is not ours
 * @returns the bytes as base64; null for what no page of ours has packed
 */
export function unpacked(text: string, most: number): string | null {
  try {
    return gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: most }).toString('base64');
  } catch {
    return null;
  }
}
