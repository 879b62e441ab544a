// Every pair of colours that carries words or shapes is measured, in light and in dark, against WCAG 2.2.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const colours = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
const darkBlocks = [...css.matchAll(/dark:start \*\/([\s\S]*?)\/\* dark:end/g)].map((m) => m[1] ?? '');
const schemes = { light: colours(css.slice(0, css.indexOf('@media'))), dark: colours(darkBlocks[0] ?? '') };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const words: readonly (readonly [string, string])[] = [
  ...['paper', 'stone', 'stone-2'].flatMap((ground) => [['ink', ground] as const, ['ink-2', ground] as const]),
  ...['green', 'stop', 'hold', 'look'].flatMap((state) =>
    ['paper', 'stone', `${state}-wash`].map((ground) => [state, ground] as const),
  ),
  ...['green', 'stop', 'hold', 'look'].flatMap((state) => [
    ['ink', `${state}-wash`] as const,
    ['ink-2', `${state}-wash`] as const,
  ]),
  ['on-green', 'green'],
  ['on-green', 'green-deep'],
  ['on-stop', 'stop'],
  ['on-night', 'night'],
];
const edges = [
  ['edge', 'paper'],
  ['edge', 'stone'],
  ['post-line', 'paper'],
] as const;

describe.each(Object.entries(schemes))('%s', (_, colour) => {
  test.each(words)('words in %s on %s: 4.5 or more', (ink, ground) => {
    expect(contrast(colour[ink] ?? '', colour[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
  test.each(edges)('%s on %s: 3 or more', (edge, ground) => {
    expect(contrast(colour[edge] ?? '', colour[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

test('the device’s dark and the chosen dark are the same colours', () => {
  expect(darkBlocks).toHaveLength(2);
  expect(colours(darkBlocks[1] ?? '')).toEqual(colours(darkBlocks[0] ?? ''));
  expect(Object.keys(schemes.dark)).toEqual(Object.keys(schemes.light));
});
