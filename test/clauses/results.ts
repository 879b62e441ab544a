// What the last run of the tests says of each clause: a tag such as `[TP-46]` in the title of a test.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TestResult {
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
}

const TAG = /\[((?:[A-Z]{2}-\d{2,3}(?:,\s*)?)+)\]/g;

/** `drafts naming a pupil are stopped [TP-30] [TP-59]` or `… [TP-30, TP-59]`. */
export const clausesIn = (title: string): string[] =>
  [...title.matchAll(TAG)].flatMap(([, ids]) => ids!.split(',').map((id) => id.trim())).filter((id) => id !== '');

/** Proven: at least one test says so and passed, and none that says so failed. */
export function provenBy(results: readonly TestResult[]): Set<string> {
  const withOutcome = (outcome: TestResult['outcome']) =>
    new Set(results.filter((one) => one.outcome === outcome).flatMap(({ title }) => clausesIn(title)));
  return withOutcome('passed').difference(withOutcome('failed'));
}

interface VitestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly { readonly status: string }[];
  }[];
}

/** @param folder where `npm test` leaves its reports */
export function readResults(folder: string): TestResult[] {
  const vitest = readReport<VitestReport>(join(folder, 'vitest.json'));
  const browser = readReport<Suite>(join(folder, 'browser.json'));
  return [
    ...(vitest?.testResults ?? []).flatMap(({ assertionResults }) =>
      assertionResults.map(({ title, status }) => ({ title, outcome: outcomeOf(status) })),
    ),
    ...(browser ? fromSuite(browser) : []),
  ];
}

function fromSuite({ suites = [], specs = [] }: Suite): TestResult[] {
  return [
    ...specs.map(({ title, ok, tests }): TestResult => {
      const skipped = tests.every(({ status }) => status === 'skipped');
      return { title, outcome: skipped ? 'skipped' : ok ? 'passed' : 'failed' };
    }),
    ...suites.flatMap(fromSuite),
  ];
}

const outcomeOf = (status: string): TestResult['outcome'] =>
  status === 'passed' ? 'passed' : status === 'failed' ? 'failed' : 'skipped';

function readReport<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}
