// Every file that is written by a program, made afresh from the code: `npm run generate` keeps them, a test compares them.
import type pg from 'pg';
import { features } from '#features/index.ts';
import { policyJsonSchema } from '#features/policy/document-schema.ts';
import {
  loadModelPolicy,
  modelPolicyNames,
  parsedModelPolicy,
  plannedControls,
  settingById,
} from '#features/policy/index.ts';
import { createRegistry, type Registry } from '#kernel/registry.ts';
import { handWritten } from '#main/commands/hand-written.ts';
import { referencePages } from '#surfaces/reference/pages.ts';
import { openApiDocument } from '#surfaces/rest/openapi.ts';
import { dumpSchema } from './schema-dump.ts';
import { settingsPage } from './settings-page.ts';
import { tableTypes } from './table-types.ts';

/** @returns text by path from the root: what is written from the code alone */
export async function filesFromCode(): Promise<ReadonlyMap<string, string>> {
  const registry = createRegistry(features);
  const policies = await Promise.all(modelPolicyNames.map((name) => loadModelPolicy(name)));
  const five = policies.filter(({ id }) => id !== 'starter');
  return new Map([
    ...[...pagesOf(registry)].map(([name, text]) => [`docs/reference/${name}`, text] as const),
    ['docs/reference/openapi.json', inLines(await openApiDocument(registry))],
    ['docs/reference/settings.md', settingsPage(five, [...registry.controls.values()])],
    ['docs/reference/policy.schema.json', inLines(policyJsonSchema())],
    ...(await parsedPolicies(registry)),
  ]);
}

/** @param client connected as the owner to a database with all migrations run */
export async function filesFromDatabase(client: pg.PoolClient): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['docs/reference/schema.sql', await dumpSchema(client)],
    ['src/db/tables.gen.ts', await tableTypes(client)],
  ]);
}

function pagesOf(registry: Registry): ReadonlyMap<string, string> {
  const ids = [...registry.controls.values()].flatMap(({ settings }) => settings);
  const settings = new Map(
    ids.flatMap((id) => {
      const setting = settingById(id);
      return setting ? [[id, setting] as const] : [];
    }),
  );
  return referencePages(registry, { commands: handWritten, settings });
}

async function parsedPolicies(registry: Registry): Promise<(readonly [string, string])[]> {
  const known = new Set([...registry.controls.keys(), ...plannedControls.map(({ id }) => id)]);
  return Promise.all(
    modelPolicyNames.map(
      async (name) => [`policies/parsed/${name}.json`, await parsedModelPolicy(name, known)] as const,
    ),
  );
}

const inLines = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
