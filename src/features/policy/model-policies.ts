// Loads the policies that come with Gatepost, by name, from the folder `policies`.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sha256 } from '#kernel/canonical.ts';
import type { PolicyDocument } from './document.ts';
import { problemLine } from './document-problem.ts';

export const modelPolicyNames = [
  'grappenhall-heys',
  'st-nicholas',
  'st-josephs',
  'tpat',
  'the-grange',
  'starter',
] as const;
export type ModelPolicyName = (typeof modelPolicyNames)[number];

export const isModelPolicy = (name: string): name is ModelPolicyName =>
  (modelPolicyNames as readonly string[]).includes(name);

const folder = new URL('../../../policies/', import.meta.url);

export const modelPolicyFile = (name: ModelPolicyName): string => fileURLToPath(new URL(`${name}.yaml`, folder));
const parsedFile = (name: ModelPolicyName): URL => new URL(`parsed/${name}.json`, folder);

/** What `policies/parsed` holds: reading it takes a fiftieth of the time the YAML takes. */
interface ParsedPolicy {
  /** SHA-256 of the YAML it was read from; with any other the YAML is read instead. */
  readonly source: string;
  readonly document: PolicyDocument;
}

export async function loadModelPolicy(name: ModelPolicyName): Promise<PolicyDocument> {
  const [yaml, parsed] = await Promise.all([readFile(modelPolicyFile(name), 'utf8'), readParsed(name)]);
  if (parsed?.source === sha256(yaml)) return parsed.document;
  return readYaml(name, yaml);
}

/** The contents for `policies/parsed/<name>.json`, made by `npm run generate`. */
export async function parsedModelPolicy(name: ModelPolicyName, controlIds: ReadonlySet<string>): Promise<string> {
  const yaml = await readFile(modelPolicyFile(name), 'utf8');
  const parsed: ParsedPolicy = { source: sha256(yaml), document: await readYaml(name, yaml, controlIds) };
  return `${JSON.stringify(parsed)}\n`;
}

/** Without the controls they are not looked up; a test does so for every model policy. */
async function readYaml(name: string, yaml: string, controlIds?: ReadonlySet<string>): Promise<PolicyDocument> {
  const { readDocument } = await import('./read-document.ts');
  const read = readDocument(yaml, `policies/${name}.yaml`, controlIds);
  if (!read.ok) throw new Error(read.problems.map(problemLine).join('\n'));
  return read.document;
}

async function readParsed(name: ModelPolicyName): Promise<ParsedPolicy | undefined> {
  const text = await readFile(parsedFile(name), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as ParsedPolicy);
}
