// Export any version, draft or model policy: as Markdown, YAML, an HTML page, or the parts of a printed page.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { documentAt } from '../document-at.ts';
import { editionOf } from '../edition-of.ts';
import { footerOf, policyAsBlocks, printedBlock } from '../exporting/policy-as-blocks.ts';
import { policyAsHtml } from '../exporting/policy-as-html.ts';
import { policyAsMarkdown } from '../exporting/policy-as-markdown.ts';
import { address } from '../input.ts';

export const exportPolicy = defineAction({
  name: 'drafting.export',
  kind: 'read',
  summary: 'Export a version, a draft or a model policy as Markdown, YAML, HTML or a printed page.',
  route: 'GET /policy/export',
  scope: 'school',
  who: anySignedIn,
  token: 'policy:read',
  input: z.object({ of: address.default('in-force'), as: z.enum(['markdown', 'yaml', 'html', 'print']) }),
  output: z.object({
    name: z.string().describe('For a file, without its ending'),
    text: z.string().describe('Empty for a printed page'),
    printed: z
      .object({ title: z.string(), school: z.string(), footer: z.string(), blocks: z.array(printedBlock) })
      .nullable()
      .describe('What a printed page is made of'),
  }),
  controls: ['policy.drafting', 'policy.document'],
}).handle(async (context, { of, as }) => {
  const found = await documentAt(context, of);
  const edition = await editionOf(context, found);
  const { document } = found;
  const part = found.version ? `version-${found.version.n}` : found.kind;
  const name = `${document.id}-${part}${edition.issued === null ? '' : `-${edition.issued}`}`;
  if (as === 'print') {
    const blocks = policyAsBlocks(document, edition);
    return {
      name,
      text: '',
      printed: { title: document.title, school: edition.school, footer: footerOf(edition), blocks },
    };
  }
  return { name, text: await textOf(), printed: null };

  async function textOf(): Promise<string> {
    if (as === 'markdown') return policyAsMarkdown(document, edition);
    if (as === 'html') return policyAsHtml(document, edition);
    // The writer of YAML is loaded only when somebody wants it, which keeps the command line quick.
    const { policyAsYaml } = await import('../exporting/policy-as-yaml.ts');
    return policyAsYaml(document, edition);
  }
});
