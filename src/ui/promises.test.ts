// What every part promises: no inline styles (the security policy forbids them), no clock, no code of other folders,
// nothing set smaller than 15 px, and every class that a part uses is drawn somewhere.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const here = new URL('./', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, here), 'utf8');
const names = readdirSync(here, { recursive: true, encoding: 'utf8' });
const parts = names.filter((name) => name.endsWith('.svelte'));
const code = names.filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith('.test.ts'));
const sheets = names.filter((name) => name.endsWith('.css'));
const css = sheets.map(read).join('\n');

test.each(parts)('%s has no inline style', (name) => {
  expect(read(name)).not.toMatch(/\sstyle[:=]/);
});

test.each(code)('%s asks no clock and knows only svelte and its neighbours', (name) => {
  const text = read(name);
  expect(text).not.toMatch(/\bTemporal\b|new Date\(|Date\.now/);
  for (const [, from = ''] of text.matchAll(/from '([^']+)'/g)) {
    expect(from.startsWith('.') || from === 'svelte' || from.startsWith('svelte/'), from).toBe(true);
  }
});

test('nothing is set smaller than 15 px', () => {
  for (const [, size = ''] of css.matchAll(/(?:font-size|--t-\w+):\s*(?:clamp\(|max\()?([\d.]+)rem/g)) {
    expect(Number(size)).toBeGreaterThanOrEqual(0.9375);
  }
});

describe('classes', () => {
  const drawn = new Set([...css.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map((m) => m[1] ?? ''));
  test.each(parts.filter((name) => !name.startsWith('gallery')))('%s uses classes that are drawn', (name) => {
    const markup = read(name).replace(/<script[\s\S]*?<\/script>/, '');
    const plain = [...markup.matchAll(/class="([^"{]+)"/g)].flatMap((m) => (m[1] ?? '').split(/\s+/));
    expect(plain.filter((word) => word !== '' && !drawn.has(word))).toEqual([]);
  });
});
