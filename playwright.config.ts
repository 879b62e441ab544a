// Browser journeys: a real Chromium against the real product, which each file starts for itself (test/browser/product.ts).
import { defineConfig } from '@playwright/test';
import { findChromium } from './test/browser/find-chromium.mjs';

const executablePath = findChromium();
const FRESH = [
  'head.e2e.ts',
  'administrator.e2e.ts',
  'factors.e2e.ts',
  'operation.e2e.ts',
  'calendar.e2e.ts',
  'mail.e2e.ts',
  'bulk.e2e.ts',
  'trust.e2e.ts',
  'providers.e2e.ts',
];
const asRoot = process.geteuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  forbidOnly: process.env['CI'] !== undefined,
  // Each has a product of its own, so that two cores are kept busy.
  workers: 2,
  // Those with an installation of their own first, so that the demo of all others is started once by each worker.
  projects: [
    { name: 'fresh', testMatch: FRESH },
    { name: 'demo', testMatch: '*.e2e.ts', testIgnore: FRESH },
  ],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // What was done, and how the page stood at each step. A film of it as well would take a quarter more of the time.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
