// A PostgreSQL of the machine itself, of one major version: where its programs lie.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest that Gatepost runs on. */
export const OLDEST = 15;

/** @returns the folder of its programs, or null. GATEPOST_TEST_POSTGRES names one. */
export function findPostgres(major = OLDEST) {
  const places = [
    process.env.GATEPOST_TEST_POSTGRES,
    `/usr/lib/postgresql/${major}/bin`,
    `/usr/pgsql-${major}/bin`,
    `/opt/homebrew/opt/postgresql@${major}/bin`,
    answerOf('pg_config', ['--bindir']),
  ];
  return places.find((place) => place && isOf(place, major)) ?? null;
}

/** @param {string} place @param {number} major */
function isOf(place, major) {
  if (!existsSync(join(place, 'initdb'))) return false;
  return answerOf(join(place, 'postgres'), ['--version']).includes(` ${major}.`);
}

/** @param {string} program @param {string[]} args */
function answerOf(program, args) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}
