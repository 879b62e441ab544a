import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, decodeText } from './decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * (text.length + 1)));
  const marked = `\ufeff${text}`;
  for (let index = 0; index < marked.length; index += 1)
    view.setUint16(index * 2, marked.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
};
const list = 'first_name,last_name\r\nSiân,Brontë\r\n';

describe('the text of an import file', () => {
  it.each([
    ['UTF-8', utf8(list), 'utf-8'],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${list}`), 'utf-8'],
    ['UTF-16, little end first', utf16(list, true), 'utf-16le'],
    ['UTF-16, big end first', utf16(list, false), 'utf-16be'],
  ])('is read from %s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text: list, encoding, notes: [] });
  });

  it('is read as Windows-1252 when it is not UTF-8, and says so', () => {
    const decoded = decodeText(new Uint8Array([...utf8('a,b\nSi'), 0xe2, ...utf8('n,O'), 0x92, ...utf8('Brien')]));
    expect(decoded).toMatchObject({ ok: true, text: 'a,b\nSiân,O’Brien', encoding: 'windows-1252' });
    expect(decoded.ok && decoded.notes[0]?.message).toContain('accents');
  });

  it('is taken with a warning when another program has garbled it', () => {
    const decoded = decodeText(utf8('a,b\nSiÃ¢n,Oâ€™Brien'));
    expect(decoded.ok && decoded.notes[0]?.message).toContain('garbled');
    expect(decodeText(utf8('JOÃO,CONCEIÇÃO'))).toMatchObject({ ok: true, notes: [] });
  });

  it.each([
    ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6]), 'CSV UTF-8'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'CSV UTF-8'],
    ['a PDF', utf8('%PDF-1.7'), 'CSV UTF-8'],
    ['something full of NULs', new Uint8Array(100), 'CSV UTF-8'],
    ['a page saved as a list', utf8('\n<html><table>'), 'CSV UTF-8'],
    ['nothing', new Uint8Array(), 'again'],
    ['more than 20 MB', new Uint8Array(MAX_FILE_BYTES + 1), 'only the columns'],
  ])('is refused with a remedy when it is %s', (_, bytes, remedy) => {
    const decoded = decodeText(bytes);
    expect(decoded.ok).toBe(false);
    expect(!decoded.ok && decoded.problems[0]?.remedy).toContain(remedy);
  });
});
