// What is exported can be read in again and says the same: every model policy, as YAML and as Markdown.
import { describe, expect, it } from 'vitest';
import { loadModelPolicy, modelPolicyNames, readPolicyText } from '#features/policy/index.ts';
import { readMarkdown } from '../reading/read-markdown.ts';
import { policyAsBlocks } from './policy-as-blocks.ts';
import { policyAsHtml } from './policy-as-html.ts';
import { policyAsMarkdown } from './policy-as-markdown.ts';
import { policyAsYaml } from './policy-as-yaml.ts';
import type { Edition } from './edition.ts';

const edition: Edition = {
  title: 'Social media policy',
  school: 'Millrace Primary School',
  standing: 'Version 3, in force since 1 September 2026',
  issued: '2026-09',
  authors: ['Ada Quill', 'Bo Marrow'],
  written: '2026-08-30',
  changeNote: 'Names of pupils: first names only.',
  sha256: 'ab'.repeat(32),
};

describe.each(modelPolicyNames)('the policy %s', (name) => {
  it('comes back from YAML as it was', async () => {
    const document = await loadModelPolicy(name);
    const controlIds = new Set(document.clauses.flatMap((clause) => clause['rests-on']));
    const read = await readPolicyText(policyAsYaml(document, edition), 'export.yaml', controlIds);
    expect(read).toEqual({ ok: true, document });
  });
  it('comes back from Markdown as it was', async () => {
    const { id: _id, school: _school, ...document } = await loadModelPolicy(name);
    expect(readMarkdown(policyAsMarkdown({ id: _id, school: _school, ...document }, edition))).toEqual({
      ok: true,
      document,
    });
  });
});

it('[GR-01][SJ-04] carries school, issue month, author, date and change note in every form', async () => {
  const document = await loadModelPolicy('the-grange');
  const forms = [
    policyAsYaml(document, edition),
    policyAsMarkdown(document, edition),
    policyAsHtml(document, edition),
    JSON.stringify(policyAsBlocks(document, edition)),
  ];
  for (const form of forms) {
    for (const said of [
      'Millrace Primary School',
      'September 2026',
      'Ada Quill, Bo Marrow',
      '30 August 2026',
      edition.changeNote,
    ]) {
      expect(form).toContain(said);
    }
  }
});

it('keeps words that look like a heading or a fact, and escapes what a browser would read', async () => {
  const document = await loadModelPolicy('the-grange');
  const [first, ...others] = document.clauses;
  const odd = { ...first!, text: '# Not a heading\n- Binds: nobody\n\\ and <script>alert(1)</script>' };
  const changed = { ...document, clauses: [odd, ...others] };
  const read = readMarkdown(policyAsMarkdown(changed, edition));
  expect(read.ok && read.document.clauses[0]).toEqual(odd);
  expect(policyAsHtml(changed, edition)).not.toContain('<script>');
});

it('says where Markdown cannot be read', () => {
  expect(
    readMarkdown(
      '# Title\n\n## What it settles\n\n### A question\n\n- Setting: x\n- Answer: `{`\n\n## One\n\n### 1.1 A\n\nWords',
    ),
  ).toMatchObject({
    ok: false,
    message: 'Line 5: the answer to “A question” cannot be read.',
  });
});
