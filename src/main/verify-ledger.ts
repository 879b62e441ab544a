// Verifies ledgers: of this installation, or of an exported file.
import { readFile } from 'node:fs/promises';
import { ledgerScopes, ledgerSteps, rowsAtOdds } from '#db/ledger-rows.ts';
import { AS_OWNER, openPool, type Address } from '#db/pool.ts';
import { publicSigningKeys } from '#db/signing-key.ts';
import { sha256 } from '#kernel/canonical.ts';
import { fail } from '#kernel/errors.ts';
import { fingerprint } from '#kernel/ledger.ts';
import { createVerifier, type KnownHead, type LedgerProblem } from '#kernel/verify.ts';
import type { Config } from './config.ts';
import { openExisting } from './ground.ts';
import { knownHeads } from './heads.ts';
import { verifyFile, type NamedVerdict } from './ledger-file.ts';
import { logFor } from './start.ts';

export async function verifyInstallation(config: Config, progress: (line: string) => void): Promise<NamedVerdict[]> {
  const ground = await openExisting(config, logFor(config));
  try {
    const verdicts = await verifyDatabase(ground.address, knownHeads(config.dataDir), progress);
    if (verdicts.length > 0) return verdicts;
    throw fail.conflict({ code: 'no-ledger', message: 'No school has been set up here yet, so there is no ledger.' });
  } finally {
    await ground.close();
  }
}

/** @param heads newest seals that are known from outside the database, by scope */
export async function verifyDatabase(
  address: Address,
  heads: Readonly<Record<string, KnownHead>>,
  progress: (line: string) => void,
): Promise<NamedVerdict[]> {
  const pool = openPool(address, AS_OWNER, 2, () => {});
  try {
    const keys = await publicSigningKeys(pool);
    const verdicts: NamedVerdict[] = [];
    for (const { id, name } of await ledgerScopes(pool)) {
      progress(`Verifying the ledger of ${name} …`);
      const verifier = createVerifier(keys, id);
      for await (const step of ledgerSteps(pool, id)) {
        if (step.kind === 'entry') verifier.entry(step.body);
        else verifier.seal(step.seal);
      }
      const verdict = await verifier.finish(heads[id] ?? null);
      const odd: LedgerProblem[] = [];
      for await (const { id: row, words } of rowsAtOdds(pool, id)) odd.push({ what: 'changed', row, words });
      const known = new Set(verdict.problems.map((problem) => problem.row));
      const problems = [...verdict.problems, ...odd.filter((problem) => !known.has(problem.row))];
      verdicts.push({
        name,
        scope: id,
        keys: keys.map((key) => key.id),
        verdict: { ...verdict, problems, holds: problems.length === 0 },
      });
    }
    return verdicts;
  } finally {
    await pool.end();
  }
}

export async function verifyExport(path: string, keyFile: string | undefined): Promise<NamedVerdict[]> {
  if (keyFile === undefined) return [await verifyFile(path, null, null)];
  const publicKey = await readFile(keyFile, 'utf8');
  return [await verifyFile(path, [{ id: sha256(publicKey).slice(0, 16), publicKey }], null)];
}

export function verdictInWords({ name, keys, verdict }: NamedVerdict): string {
  const { entries, seals, unsealed, head, problems } = verdict;
  const lines = [
    problems.length === 0
      ? `The ledger of ${name} holds: ${entries} entries under ${seals} seals${head ? `, the newest ${fingerprint(head.sha256)}` : ''}.`
      : `The ledger of ${name} does NOT hold:`,
    ...problems.map((problem) => `  ${problem.words}`),
  ];
  if (unsealed.count > 0)
    lines.push(`  Not yet sealed: ${unsealed.count}${unsealed.since ? `, since ${unsealed.since}` : ''}.`);
  if (problems.length === 0) lines.push(`  Signed with: ${keys.join(', ')}`);
  return lines.join('\n');
}
