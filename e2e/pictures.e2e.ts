// What becomes of a picture that somebody chooses: cleaned when it is one, refused in plain words when it is not.
import sharp from 'sharp';
import { alive, expect, test } from './stage/demo.ts';

const meadow = (side = 900) =>
  sharp({ create: { width: side, height: Math.round(side * 0.75), channels: 3, background: '#5a8f3c' } });

test('a photograph comes in without the place it was taken and what took it', async ({ as }) => {
  const taken = await meadow()
    .withExif({
      IFD0: { Make: 'Kestrel', Model: 'Pocket 7', Artist: 'Priya Raman' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 15/1 48/1', GPSLongitudeRef: 'W', GPSLongitude: '5/1 3/1 3/1' },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
    )
    .jpeg()
    .toBuffer();
  expect(taken.includes('Pocket 7')).toBe(true);
  const page = await as('Joel Whitlock');
  await page.goto('/posts/new');
  await alive(page);
  await page
    .getByLabel('Add a picture')
    .setInputFiles({ name: 'Freya Dunn on the meadow.jpg', mimeType: 'image/jpeg', buffer: taken });
  const shown = page.getByRole('region', { name: 'The pictures' }).getByRole('img');
  await expect(shown).toHaveCount(1);

  const thumbnail = new URL((await shown.getAttribute('src'))!, page.url());
  for (const address of [thumbnail.href, thumbnail.href.replace('?size=thumbnail', '')]) {
    const body = await (await page.request.get(address)).body();
    const { exif, xmp, iptc, format, width } = await sharp(body).metadata();
    expect({ exif, xmp, iptc, format }).toEqual({ format: 'jpeg' });
    expect(width).toBeGreaterThan(0);
    expect(body.includes('Pocket 7')).toBe(false);
  }
  await page.getByLabel('Describe it for someone who cannot see it').fill('A green meadow.');
  await page.getByRole('radio', { name: 'No, none at all' }).check();
  await page.waitForURL(/\/edit$/);
  await page.getByRole('button', { name: 'Save and check' }).click();
  await expect(page.getByLabel('Describe it for someone who cannot see it')).toHaveValue('A green meadow.');
  await expect(page.locator('body')).not.toContainText('Freya Dunn on the meadow');
});

test.describe('what is no photograph', () => {
  test.use({ expectedErrors: [/status of 4(13|15|22)/] });

  test('an SVG with script, a zip, half a JPEG and a file beyond the limit are refused, and the words stay', async ({
    as,
  }) => {
    const page = await as('Joel Whitlock');
    await page.goto('/posts/new');
    await alive(page);
    await page.getByLabel('The words of the post').fill('The meadow is mown.');
    const whole = await meadow(600).jpeg().toBuffer();
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const refused = [
      { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: drawing, says: 'This is not a picture' },
      {
        name: 'drawing.jpg',
        mimeType: 'image/jpeg',
        buffer: drawing,
        says: 'This is an SVG drawing, which can carry programs',
      },
      {
        name: 'holiday.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from('PK\u0003\u0004 a zip that calls itself a picture'),
        says: 'zip',
      },
      {
        name: 'half.jpg',
        mimeType: 'image/jpeg',
        buffer: whole.subarray(0, whole.length / 2),
        says: 'This picture is damaged, or it did not arrive whole',
      },
      {
        name: 'huge.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.alloc(26 * 1024 * 1024, 1),
        says: 'larger than 25 megabytes',
      },
    ];
    const field = page.getByLabel('Add a picture');
    const problem = page.getByRole('alert');
    for (const { says, ...file } of refused) {
      await field.setInputFiles([]);
      await field.setInputFiles(file);
      await expect(problem, file.name).toContainText(says);
    }
    await expect(page.getByRole('region', { name: 'The pictures' }).getByRole('img')).toHaveCount(0);
    await expect(page.getByLabel('The words of the post')).toHaveValue('The meadow is mown.');
  });
});
