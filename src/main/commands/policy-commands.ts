// Commands about policies as files: validate, diff, show. They need no database and no server.
import { z } from 'zod';
import { defineCommand, type Call } from '#surfaces/cli/command.ts';

const group = 'Policies and drafts, without a server';
const json = z.boolean().default(false).describe('One JSON document instead of words');
const file = (name: string) => ({ name, meaning: 'A model policy by name, or a policy file', required: true });

async function read(nameOrFile: string, { terminal }: Pick<Call, 'terminal'>, asJson: boolean) {
  const [{ loadPolicy, problemLine }, { knownControlIds }] = await Promise.all([
    import('#features/policy/index.ts'),
    import('../known-controls.ts'),
  ]);
  const found = await loadPolicy(nameOrFile, await knownControlIds());
  if (found.ok) return found.document;
  if (asJson) terminal.out(`${JSON.stringify({ valid: false, problems: found.problems })}\n`);
  else terminal.err(`${found.problems.map(problemLine).join('\n')}\n`);
  return null;
}

export const policyCommands = [
  defineCommand({
    name: 'policy validate',
    group,
    summary: 'Check a policy file: every problem with its file, line and key.',
    words: [file('FILE.yaml')],
    options: z.object({ json }),
    async run({ words, options, terminal }) {
      const document = await read(words[0]!, { terminal }, options.json);
      if (!document) return 1;
      const clauses = document.clauses.length;
      terminal.out(
        options.json
          ? `${JSON.stringify({ valid: true, id: document.id, clauses })}\n`
          : `${words[0]} is a valid policy: ${document.title}, ${clauses} clauses.\n`,
      );
      return 0;
    },
  }),
  defineCommand({
    name: 'policy diff',
    group,
    summary: 'Say what differs between two policies: settings, strictness, clauses.',
    words: [file('A'), file('B')],
    options: z.object({ json }),
    async run({ words, options, terminal }) {
      const before = await read(words[0]!, { terminal }, options.json);
      const after = await read(words[1]!, { terminal }, options.json);
      if (!before || !after) return 2;
      const { comparePolicies, differenceAsText } = await import('#features/policy/index.ts');
      const difference = comparePolicies(before, after);
      terminal.out(options.json ? `${JSON.stringify(difference)}\n` : differenceAsText(difference));
      return 0;
    },
  }),
  defineCommand({
    name: 'policy show',
    group,
    summary: 'Show a policy: each clause with what Gatepost does about it, each setting with who says so.',
    words: [file('NAME')],
    options: z.object({ json }),
    async run({ words, options, terminal }) {
      const document = await read(words[0]!, { terminal }, options.json);
      if (!document) return 2;
      const { loadModelPolicy, plannedControls, policyAsText, showPolicy } = await import('#features/policy/index.ts');
      const { builtControls } = await import('../known-controls.ts');
      const built = await builtControls();
      const shown = showPolicy(document, await loadModelPolicy('starter'), { built, planned: plannedControls });
      terminal.out(options.json ? `${JSON.stringify(shown)}\n` : policyAsText(shown));
      return 0;
    },
  }),
];
