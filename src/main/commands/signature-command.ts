// The command that verifies an exported signature: from the file alone, on any machine.
import { z } from 'zod';
import type { SignatureFile } from '#features/signatures/index.ts';
import { defineCommand } from '#surfaces/cli/command.ts';

export const signatureCommand = defineCommand({
  name: 'signature verify',
  group: 'Proof',
  summary: 'Verify an exported signature: exactly this text, this name, this time, under the school’s seal.',
  details: [
    'It needs no database and no server, only the file.',
    'Without --key it believes the public key in the file: compare its short name with the one the school gives you.',
    'Exit 0 = it holds, 1 = it does not.',
  ],
  words: [{ name: 'FILE', meaning: 'An exported signature', required: true }],
  options: z.object({
    json: z.boolean().default(false).describe('One JSON document instead of words'),
    key: z.string().optional().describe('PEM file of the public key you trust; nothing = the key in the file'),
  }),
  async run({ words, options, terminal }) {
    const [{ signatureFileSchema, verifySignature }, { sha256 }, { fail }] = await Promise.all([
      import('#features/signatures/index.ts'),
      import('#kernel/canonical.ts'),
      import('#kernel/errors.ts'),
    ]);
    const path = words[0]!;
    const file = signatureFileSchema.safeParse(jsonOf(await terminal.readFile(path)));
    if (!file.success) {
      throw fail.invalid({
        code: 'not-a-signature',
        message: `${path} is not an exported signature, or something is missing from it.`,
        remedy: 'Download it again from the page of the adoption.',
      });
    }
    const pem = options.key === undefined ? null : await terminal.readFile(options.key);
    const trusted = pem === null ? null : { id: sha256(pem).slice(0, 16), publicKey: pem };
    const { holds, problems } = await verifySignature(file.data, trusted);
    const { signature, school, seal } = file.data;
    if (options.json) {
      const { typedName, capacity, standingInFor, at, paper, document } = signature;
      const told = { holds, problems, school, name: typedName, capacity, standingInFor, at, paper, document };
      terminal.out(`${JSON.stringify({ ...told, key: seal.keyId })}\n`);
    } else if (holds) {
      terminal.out(
        `YES. ${signature.typedName} (${signature.standingInFor ? 'standing in for ' : ''}${signature.capacity}) signed exactly this text ${whenIn(signature)}.\n` +
          `  School: ${school}\n  Document: ${signature.document}\n` +
          `  Sealed with the key ${seal.keyId}${trusted ? ', which you trust' : ': compare it with the one the school gives you'}.\n`,
      );
    } else {
      terminal.out(`NO. This signature does not hold.\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
    }
    return holds ? 0 : 1;
  },
});

/** On paper is said to be on paper: somebody else vouches for it. */
function whenIn({ paper, at }: SignatureFile['signature']): string {
  if (paper === null) return `at ${at}`;
  const scan = paper.scan === null ? 'without a scan' : `scan with the SHA-256 ${paper.scan}`;
  return `on paper on ${paper.on}, recorded at ${at}, ${scan}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
