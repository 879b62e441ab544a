import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Raw } from 'sharp';
import { afterAll, expect, test } from 'vitest';
import type { PictureSource } from '#features/media/ports.ts';
import { createImageCleaner } from './image-cleaner.ts';
import { sniff } from './sniff.ts';

const cleaner = createImageCleaner();
afterAll(() => cleaner[Symbol.asyncDispose]());
const source = (bytes: Uint8Array): PictureSource => ({ size: bytes.length, read: () => Promise.resolve(bytes) });
const clean = (bytes: Uint8Array) => cleaner.clean(source(bytes));
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const codeOf = (bytes: Uint8Array) =>
  clean(bytes).then(
    () => 'taken',
    (error: { code: string; kind: string; remedy?: string }) => {
      expect(error.kind).toBe('invalid');
      expect(error.remedy).toBeTruthy();
      return error.code;
    },
  );

/** A picture with some detail in it: left half red, right half blue, a green bar on top. */
function drawn(width: number, height: number): ReturnType<typeof sharp> {
  const raw: Raw = { width, height, channels: 3 };
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const channel = at < (width * height) / 4 ? 1 : at % width < width / 2 ? 0 : 2;
    pixels[at * 3 + channel] = 255;
  }
  return sharp(pixels, { raw });
}

async function pixelAt(bytes: Uint8Array, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

function pngChunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

function pngOf(width: number, height: number, ...extra: Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1; // one bit a point, grey
  const rows = Buffer.alloc(Math.min(height, 64) * (1 + Math.ceil(width / 8)));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const end = pngChunk('IEND', Buffer.alloc(0));
  return Buffer.concat([signature, pngChunk('IHDR', header), ...extra, pngChunk('IDAT', deflateSync(rows)), end]);
}

function jpegSegment(marker: number, body: string): Buffer {
  const bytes = Buffer.from(body, 'latin1');
  const length = bytes.length + 2;
  return Buffer.concat([Buffer.of(0xff, marker, length >> 8, length & 0xff), bytes]);
}

const exif = {
  IFD0: { Make: 'TestCam', Artist: 'Ada Lovelace' },
  IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' },
};
const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" Iptc4xmpExt:PersonInImage="Ada"/></rdf:RDF></x:xmpmeta>';

test('place, device, names, comments, profile and everything behind the picture are gone', async () => {
  const plain = await drawn(640, 480).withExif(exif).withXmp(xmp).withIccProfile('p3').jpeg().toBuffer();
  const comment = jpegSegment(0xfe, 'taken by Ada at 4 Mill Lane');
  const multiPicture = jpegSegment(0xe2, 'MPF\0 gain map here');
  const hidden = await drawn(100, 100).jpeg().toBuffer();
  const dirty = Buffer.concat([
    plain.subarray(0, 2),
    comment,
    multiPicture,
    plain.subarray(2),
    hidden,
    Buffer.from('PK\x03\x04 a zip behind the picture'),
  ]);
  for (const trace of ['TestCam', 'Ada', 'Mill Lane', 'MPF', 'ICC_PROFILE', 'PK\x03\x04'])
    expect(text(dirty)).toContain(trace);

  const cleaned = await clean(dirty);
  for (const { bytes } of [cleaned, cleaned.thumbnail]) {
    for (const trace of ['TestCam', 'Ada', 'Mill Lane', 'MPF', 'ICC_PROFILE', 'PK\x03\x04', 'Exif', 'http']) {
      expect(text(bytes)).not.toContain(trace);
    }
    const facts = await sharp(bytes).metadata();
    expect(facts).not.toHaveProperty('exif');
    expect(facts).not.toHaveProperty('xmp');
    expect(facts).not.toHaveProperty('icc');
    expect(facts).not.toHaveProperty('orientation');
    expect(text(bytes).endsWith('\xff\xd9')).toBe(true);
    expect(text(bytes).lastIndexOf('\xff\xd8\xff')).toBe(0);
  }
});

test('a wide-gamut picture keeps its looks in sRGB', async () => {
  const dull = { r: 80, g: 160, b: 80 };
  const wide = await sharp({ create: { width: 64, height: 64, channels: 3, background: dull } })
    .withIccProfile('p3')
    .png()
    .toBuffer();
  const [red, green, blue] = await pixelAt((await clean(wide)).bytes, 32, 32);
  for (const [seen, meant] of [
    [red, 80],
    [green, 160],
    [blue, 80],
  ]) {
    expect(Math.abs((seen ?? 0) - (meant ?? 0))).toBeLessThanOrEqual(4);
  }
});

test('a picture held sideways comes out upright, no larger than it should be', async () => {
  const sideways = await drawn(3000, 1500).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const cleaned = await clean(sideways);
  expect([cleaned.width, cleaned.height]).toEqual([1024, 2048]);
  expect([cleaned.thumbnail.width, cleaned.thumbnail.height]).toEqual([240, 480]);
  expect((await pixelAt(cleaned.bytes, 1000, 1000))[1]).toBeGreaterThan(240); // the green bar, now on the right
});

test('a small picture is not made larger', async () => {
  const { width, height, thumbnail } = await clean(await drawn(300, 200).png().toBuffer());
  expect([width, height, thumbnail.width, thumbnail.height]).toEqual([300, 200, 300, 200]);
});

test('the same picture gives the same bytes, and another picture others', async () => {
  const photo = await drawn(1200, 900).jpeg().toBuffer();
  const [first, second, other] = [
    await clean(photo),
    await clean(photo),
    await clean(await drawn(1200, 902).jpeg().toBuffer()),
  ];
  expect(second.sha256).toBe(first.sha256);
  expect(second.thumbnail.sha256).toBe(first.thumbnail.sha256);
  expect(other.sha256).not.toBe(first.sha256);
});

test('cleaning what is clean already loses nothing of its size or kind', async () => {
  const once = await clean(await drawn(2500, 900).jpeg().toBuffer());
  const twice = await clean(once.bytes);
  expect([twice.width, twice.height, twice.contentType]).toEqual([once.width, once.height, once.contentType]);
});

test('see-through stays see-through; an alpha channel nobody uses does not make a photo a PNG', async () => {
  const glass = { width: 40, height: 40, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0.5 } };
  const solid = { ...glass, background: { r: 0, g: 0, b: 0, alpha: 1 } };
  const clear = await clean(await sharp({ create: glass }).png().toBuffer());
  expect(clear.contentType).toBe('image/png');
  expect((await pixelAt(clear.bytes, 20, 20))[3]).toBe(128);
  expect((await clean(await sharp({ create: solid }).webp().toBuffer())).contentType).toBe('image/jpeg');
});

test.each([
  ['JPEG', () => drawn(50, 40).jpeg()],
  ['progressive CMYK JPEG', () => drawn(50, 40).toColourspace('cmyk').jpeg({ progressive: true })],
  ['grey JPEG', () => drawn(50, 40).greyscale().jpeg()],
  ['16-bit PNG', () => drawn(50, 40).toColourspace('rgb16').png()],
  ['palette PNG', () => drawn(50, 40).png({ palette: true })],
  ['still GIF', () => drawn(50, 40).gif()],
  ['WebP', () => drawn(50, 40).webp()],
  ['AVIF', () => drawn(50, 40).avif()],
])('a %s is taken', async (_name, make) => {
  const cleaned = await clean(await make().toBuffer());
  expect([cleaned.width, cleaned.height]).toEqual([50, 40]);
  expect(sniff(cleaned.bytes)).toEqual({ format: cleaned.contentType.slice(6) });
});

const frames = [drawn(20, 20), drawn(20, 20).negate()].map((frame) => frame.png().toBuffer());
const moving = async () => sharp(await Promise.all(frames), { join: { animated: true } });
const photo = await drawn(400, 300).jpeg().toBuffer();
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['nothing', () => Buffer.alloc(0), 'picture-empty'],
  ['a moving GIF', async () => (await moving()).gif({ loop: 0 }).toBuffer(), 'picture-animation'],
  ['a moving WebP', async () => (await moving()).webp({ loop: 0 }).toBuffer(), 'picture-animation'],
  ['a moving PNG', () => pngOf(8, 8, pngChunk('acTL', Buffer.alloc(8))), 'picture-animation'],
  ['a moving AVIF', () => Buffer.from('\0\0\0\x1cftypavis\0\0\0\0avismif1miaf', 'latin1'), 'picture-animation'],
  ['an iPhone photo', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'picture-heic'],
  ['a film', () => Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), 'picture-video'],
  ['an SVG with a program', () => Buffer.from(svg), 'picture-svg'],
  ['an SVG with a prologue', () => Buffer.from(`\uFEFF<?xml version="1.0"?><!-- x -->\n${svg}`), 'picture-svg'],
  ['an SVG in UTF-16', () => Buffer.from(`\uFEFF${svg}`, 'utf16le'), 'picture-svg'],
  ['a zip', () => Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'), 'picture-archive'],
  ['a zip with a photo in it', () => Buffer.concat([Buffer.from('PK\x03\x04'), photo]), 'picture-archive'],
  ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'picture-pdf'],
  ['a TIFF', () => drawn(20, 20).tiff().toBuffer(), 'picture-camera-raw'],
  ['a web page with a photo behind it', () => Buffer.concat([Buffer.from('<html><body>'), photo]), 'picture-unknown'],
  ['a program that begins like a GIF', () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)'), 'picture-damaged'],
  ['a JPEG cut off in the middle', () => photo.subarray(0, photo.length / 2), 'picture-damaged'],
  ['a JPEG cut off at once', () => photo.subarray(0, 12), 'picture-damaged'],
  ['a PNG cut off', async () => (await drawn(200, 200).png().toBuffer()).subarray(0, 150), 'picture-damaged'],
  ['a picture of 30,000 × 30,000', () => pngOf(30_000, 30_000), 'picture-too-many-pixels'],
  [
    'a PNG that lies about its chunks',
    () => Buffer.from('\x89PNG\r\n\x1a\n\xff\xff\xff\xffIDAT', 'latin1'),
    'picture-damaged',
  ],
])('%s is refused in plain words', async (_name, make, code) => {
  expect(await codeOf(await make())).toBe(code);
});

test('a file over the limit is refused without being read', async () => {
  const read = () => Promise.reject(new Error('read after all'));
  await expect(cleaner.clean({ size: 200_000_000, read })).rejects.toMatchObject({ code: 'picture-too-large' });
});

test('a picture that takes too long is given up, and the next one is taken', async () => {
  await using hasty = createImageCleaner({ seconds: 0.001 });
  await expect(hasty.clean(source(photo))).rejects.toMatchObject({ kind: 'invalid', code: 'picture-too-slow' });
  await expect(clean(photo)).resolves.toMatchObject({ contentType: 'image/jpeg' });
});

test('pictures are opened one after another, and a crowd is asked to wait', async () => {
  let open = 0;
  let most = 0;
  const counted = (): PictureSource => ({
    size: photo.length,
    read: async () => {
      most = Math.max(most, (open += 1));
      await new Promise((goOn) => setImmediate(goOn));
      open -= 1;
      return photo;
    },
  });
  await using narrow = createImageCleaner({ waiting: 3 });
  const tried = await Promise.allSettled(Array.from({ length: 6 }, () => narrow.clean(counted())));
  expect(most).toBe(1);
  expect(tried.map(({ status }) => status)).toEqual([...Array(4).fill('fulfilled'), ...Array(2).fill('rejected')]);
  expect(tried.at(-1)).toMatchObject({ reason: { kind: 'unavailable', code: 'picture-cleaner-busy' } });
  await expect(narrow.clean(counted())).resolves.toMatchObject({ contentType: 'image/jpeg' });
});
