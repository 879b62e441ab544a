// Finds a Chromium for the browser tests: the one named, the machine's own, or the one Playwright keeps.
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @returns {string | null} the program's path */
export function findChromium() {
  const named = process.env.GATEPOST_CHROMIUM;
  if (named) return isProgram(named) ? named : null;
  return [...USUAL, playwrights()].find(isProgram) ?? null;
}

function playwrights() {
  return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
