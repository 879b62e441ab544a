// What a browser says it is, in words somebody knows their own device by: "Firefox on Windows". It can say what it likes.
import bowser from 'bowser';

export function deviceOf(userAgent: string): string {
  if (userAgent.trim() === '') return UNKNOWN;
  const { browser, os, platform } = bowser.parse(userAgent.slice(0, READ));
  const name = browser.name || UNKNOWN;
  const system = SYSTEMS[platform.model ?? ''] ?? SYSTEMS[os.name ?? ''] ?? os.name;
  return system ? `${name} on ${system}` : name;
}

/** Real ones are shorter. */
const READ = 300;
const UNKNOWN = 'A browser';
const SYSTEMS: Readonly<Record<string, string>> = {
  iPhone: 'an iPhone',
  iPad: 'an iPad',
  macOS: 'a Mac',
  'Chrome OS': 'a Chromebook',
};
