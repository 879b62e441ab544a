// Bech32 (BIP 173, without its limit of 90 characters): how age writes keys, so that a slip of the pen is noticed.
const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const CHECK_LETTERS = 6;

/** @param prefix in lower case */
export function bech32(prefix: string, bytes: Uint8Array): string {
  const letters = regrouped(bytes, 8, 5, true)!;
  const check = polymod([...expanded(prefix), ...letters, 0, 0, 0, 0, 0, 0]) ^ 1;
  const checkLetters = Array.from({ length: CHECK_LETTERS }, (_, i) => (check >>> (5 * (5 - i))) & 31);
  return `${prefix}1${[...letters, ...checkLetters].map((value) => ALPHABET[value]).join('')}`;
}

/** @returns null when the text is damaged, of another prefix, or mixes capital and small letters */
export function fromBech32(prefix: string, text: string): Uint8Array | null {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return null;
  const small = text.toLowerCase();
  if (!small.startsWith(`${prefix}1`)) return null;
  const values = Array.from(small.slice(prefix.length + 1), (letter) => ALPHABET.indexOf(letter));
  if (values.length < CHECK_LETTERS || values.includes(-1)) return null;
  if (polymod([...expanded(prefix), ...values]) !== 1) return null;
  const bytes = regrouped(values.slice(0, -CHECK_LETTERS), 5, 8, false);
  return bytes === null ? null : Uint8Array.from(bytes);
}

const expanded = (prefix: string): number[] => {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
};

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [i, generator] of GENERATOR.entries()) if ((top >>> i) & 1) sum ^= generator;
  }
  return sum >>> 0;
}

/** From groups of so many bits to groups of so many others; null when padding is not zero. */
function regrouped(groups: Iterable<number>, from: number, to: number, pad: boolean): number[] | null {
  const out: number[] = [];
  let held = 0;
  let bits = 0;
  for (const group of groups) {
    held = (held << from) | group;
    bits += from;
    while (bits >= to) {
      bits -= to;
      out.push((held >>> bits) & ((1 << to) - 1));
    }
    held &= (1 << bits) - 1;
  }
  if (!pad) return bits < from && held === 0 ? out : null;
  if (bits > 0) out.push((held << (to - bits)) & ((1 << to) - 1));
  return out;
}
