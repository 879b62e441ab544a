// `npm test`: unit, database and browser tests, one after the other, and one line at the end that says how it went.
// Plain JavaScript, so that an older Node can read it and say what is missing.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './browser/find-chromium.mjs';
import { findPostgres, OLDEST } from './own-postgres/find-postgres.mjs';
import { sizesInWords } from './sizes.mjs';
import { stampOf } from './stamp.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const results = join(root, 'test-results');
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

if (!existsSync(join(bin, 'vitest'))) stop('Nothing is installed yet. Run: npm install');
if (Number(/\d+/.exec(process.version)[0]) < 26) passOn();

const mustHaveBrowser = process.env.GATEPOST_REQUIRE_BROWSER === '1';
const counts = { passed: 0, failed: 0, skipped: 0 };
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

say('Preparing');
if ((await run('svelte-kit', ['sync'])) !== 0) stop('svelte-kit sync failed: see above.');

say('Unit and database tests');
const chromium = findChromium();
// What the browser will be shown is made meanwhile.
const pages = chromium === null ? null : buildWhenStale();
await runVitest();
if (findPostgres() === null) withoutPostgres();

say('Browser tests');
if (chromium === null) withoutChromium();
else if (await pages) await runBrowserTests(chromium);
else counts.failed += 1;

// What these results are of: `npm run clauses` uses them as long as nothing was changed since.
writeFileSync(join(results, 'stamp'), stampOf(root));
process.stdout.write(`\n${sizesInWords(root)}\n`);
process.stdout.write(`\ntests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;

async function runVitest() {
  const file = join(results, 'vitest.json');
  const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const found = readJson(file);
  if (!found) return void (counts.failed += 1);
  const broken = found.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length;
  add(found.numPassedTests, found.numFailedTests + broken, found.numPendingTests + found.numTodoTests, code);
}

/** Everything was tried on the built-in PostgreSQL; what depends on the server most was not tried on the oldest. */
function withoutPostgres() {
  const mustHave = process.env.GATEPOST_REQUIRE_POSTGRES === '1';
  process.stdout.write(
    [
      '',
      '*'.repeat(100),
      `*  No PostgreSQL ${OLDEST} was found: the tests on the oldest server are ${mustHave ? 'MISSING' : 'SKIPPED'}.`,
      `*  Get one:  sudo apt-get install postgresql-${OLDEST}`,
      '*  or name the folder of its programs:  GATEPOST_TEST_POSTGRES=/path/to/bin npm test',
      '*'.repeat(100),
      '',
    ].join('\n'),
  );
  if (mustHave) counts.failed += 1;
  else counts.skipped += 1;
}

async function runBrowserTests(chromium) {
  const file = join(results, 'browser.json');
  const code = await run('playwright', ['test', '--pass-with-no-tests', '--reporter=list,json'], {
    GATEPOST_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const stats = readJson(file)?.stats;
  if (!stats) return void (code === 0 || (counts.failed += 1));
  add(stats.expected + stats.flaky, stats.unexpected, stats.skipped, code);
  if (mustHaveBrowser && stats.expected + stats.flaky + stats.unexpected === 0) {
    process.stdout.write('Browser tests are required here, and none ran.\n');
    counts.failed += 1;
  }
}

function withoutChromium() {
  const listed = spawnSync('playwright', ['test', '--list', '--pass-with-no-tests', '--reporter=json'], {
    cwd: root,
    env,
  });
  const specs = specsOf(parseJson(String(listed.stdout))?.suites ?? []);
  process.stdout.write(
    [
      '',
      '*'.repeat(100),
      `*  No Chromium was found: ${specs.length} browser tests are ${mustHaveBrowser ? 'MISSING' : 'SKIPPED'}.`,
      '*  Get one:  sudo apt-get install chromium    or    npx playwright install --with-deps chromium',
      '*  or name one you have:  GATEPOST_CHROMIUM=/path/to/chromium npm test',
      '*'.repeat(100),
      ...specs.map((title) => `  skipped: ${title}`),
      '',
    ].join('\n'),
  );
  if (mustHaveBrowser) counts.failed += Math.max(1, specs.length);
  else counts.skipped += specs.length;
}

/** As `npm start` would, when anything the pages are made of has changed. */
async function buildWhenStale() {
  const { freshenPages } = await import('../src/main/build-pages.ts');
  try {
    await freshenPages(say);
    return true;
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    return false;
  }
}

/** A program that failed without a failed test broke outside its tests: that counts as one. */
function add(passed, failed, skipped, code) {
  counts.passed += passed;
  counts.failed += failed === 0 && code !== 0 ? 1 : failed;
  counts.skipped += skipped;
}

function specsOf(suites) {
  return suites.flatMap((suite) => [...(suite.specs ?? []).map(({ title }) => title), ...specsOf(suite.suites ?? [])]);
}

/** @returns {Promise<number>} its exit code */
function run(program, args, more = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...env, ...more } });
    child.once('error', () => resolve(1)).once('exit', (code) => resolve(code ?? 1));
  });
}

function passOn() {
  const node = join(bin, 'node');
  if (!existsSync(node))
    stop(`Gatepost needs Node 26; this is ${process.version}. Run: npm install --include=optional`);
  process.exit(spawnSync(node, [fileURLToPath(import.meta.url)], { cwd: root, stdio: 'inherit', env }).status ?? 1);
}

function say(what) {
  process.stdout.write(`\n== ${what} ==\n`);
}

function stop(why) {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}

function readJson(file) {
  return existsSync(file) ? parseJson(readFileSync(file, 'utf8')) : null;
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
