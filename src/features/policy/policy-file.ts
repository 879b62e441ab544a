// Finds a policy by the name of a model policy or by the path of a file, as the command line is given it.
import { readFile } from 'node:fs/promises';
import { isModelPolicy, loadModelPolicy } from './model-policies.ts';
import type { ReadDocument } from './read-document.ts';

/** The YAML reader is loaded only when a file has to be read, which keeps `gatepost check` quick. */
export async function loadPolicy(nameOrFile: string, controlIds: ReadonlySet<string>): Promise<ReadDocument> {
  if (isModelPolicy(nameOrFile)) return { ok: true, document: await loadModelPolicy(nameOrFile) };
  let text: string;
  try {
    text = await readFile(nameOrFile, 'utf8');
  } catch {
    return { ok: false, problems: [unreadable(nameOrFile)] };
  }
  return readPolicyText(text, nameOrFile, controlIds);
}

/** @param file what to call it where something is wrong */
export async function readPolicyText(
  text: string,
  file: string,
  controlIds: ReadonlySet<string>,
): Promise<ReadDocument> {
  const { readDocument } = await import('./read-document.ts');
  return readDocument(text, file, controlIds);
}

const unreadable = (file: string) => ({
  file,
  line: 1,
  column: 1,
  key: '',
  message: 'There is no such model policy, and no file that can be read.',
  remedy: 'Give the name of a model policy or the path of a policy file.',
});
