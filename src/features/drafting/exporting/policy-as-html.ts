// A policy as one HTML page that stands alone: headings in order, a contents list, tables with heads, nothing from elsewhere. Pure.
import {
  answerInWords,
  definitionId,
  placeInWords,
  settingById,
  type Clause,
  type PolicyDocument,
} from '#features/policy/index.ts';
import { chaptersOf } from '../chapters.ts';
import { factsOf, monthInWords, type Edition } from './edition.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b1a; --soft: #57534e; --line: #d6d3d1; --paper: #fffdf8; --strong: #1e4d3a; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2efe9; --soft: #b8b2a7; --line: #4a4640; --paper: #1b1a18; --strong: #9fd4b8; } }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1.25rem 4rem; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; }
h1, h2, h3, th, dt, nav { font-family: system-ui, sans-serif; line-height: 1.25; }
h1 { font-size: 2rem; } h2 { margin-top: 3rem; padding-top: 1rem; border-top: 2px solid var(--strong); } h3 { margin-bottom: 0; }
a { color: var(--strong); } p { margin: 0.5rem 0; } small, .soft { color: var(--soft); font-size: 0.875rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.35rem 1.5rem; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); }
blockquote { margin: 1.5rem 0; padding-left: 1rem; border-left: 3px solid var(--strong); }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } h2, h3 { break-after: avoid; } nav { display: none; } }
`.trim();

export function policyAsHtml(document: PolicyDocument, edition: Edition): string {
  const chapters = chaptersOf(document.clauses);
  const numbers = new Map(document.clauses.map((clause) => [clause.id, clause.number]));
  const cited = (ids: readonly string[]): string =>
    ids.map((id) => `<a href="#${esc(id)}">${esc(numbers.get(id) ?? id)}</a>`).join(', ');
  const settings = Object.entries(document.settings).flatMap(([id, given]) => {
    const setting = settingById(id);
    return setting && given ? [{ setting, given }] : [];
  });
  const definitions = document.definitions ?? [];
  const linked = document.linkedPolicies ?? [];
  const issued = edition.issued === null ? 'not issued yet' : `issued ${monthInWords(edition.issued)}`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(document.title)}, ${esc(edition.school)}, ${esc(issued)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
<p class="soft">${esc(edition.school)}</p>
<h1>${esc(document.title)}</h1>
<dl>
${factsOf(edition)
  .map(([label, value]) => `<dt>${esc(label)}</dt><dd>${esc(value)}</dd>`)
  .join('\n')}
</dl>
${document.ethos === undefined ? '' : `<blockquote>${paragraphs(document.ethos)}</blockquote>`}
<nav aria-label="Contents"><ol>
${chapters.map(({ heading }, at) => `<li><a href="#part-${at + 1}">${esc(heading)}</a></li>`).join('\n')}
</ol></nav>
</header>
<main>
${chapters
  .map(
    ({ heading, clauses }, at) => `<section aria-labelledby="part-${at + 1}">
<h2 id="part-${at + 1}">${esc(heading)}</h2>
${clauses.map((clause) => clauseAsHtml(clause)).join('\n')}
</section>`,
  )
  .join('\n')}
${section('terms', 'What its words mean', definitions, () => `<dl>${definitions.map(({ term, meaning, clause }) => `<dt id="${esc(definitionId(term))}">${esc(term)}</dt><dd>${esc(meaning)} <small>${cited([clause])}</small></dd>`).join('\n')}</dl>`)}
${section('linked', 'What it relies on', linked, () => `<ul>${linked.map(({ title, clauses }) => `<li>${esc(title)} <small>${cited(clauses)}</small></li>`).join('\n')}</ul>`)}
${section(
  'settings',
  'What it settles',
  settings,
  () => `<table><thead><tr><th scope="col">Question</th><th scope="col">Answer</th><th scope="col">Clause</th></tr></thead><tbody>
${settings
  .map(
    ({ setting, given }) =>
      `<tr><th scope="row">${esc(setting.question)}</th><td>${[
        esc(answerInWords(setting, given.is)),
        ...(given.overrides ?? []).map(
          (one) => `For ${esc(placeInWords(one))}: ${esc(answerInWords(setting, one.is))}`,
        ),
      ].join('<br>')}</td><td>${cited(given.by)}</td></tr>`,
  )
  .join('\n')}
</tbody></table>`,
)}
</main>
</body>
</html>
`;
}

const clauseAsHtml = ({ id, number, title, text, binds }: Clause): string => `<article id="${esc(id)}">
<h3>${esc(number)} ${esc(title)}</h3>
${paragraphs(text)}
<p><small>Binds ${esc(binds.join(', '))}</small></p>
</article>`;

const section = (id: string, heading: string, entries: readonly unknown[], say: () => string): string =>
  entries.length === 0 ? '' : `<section aria-labelledby="${id}">\n<h2 id="${id}">${heading}</h2>\n${say()}\n</section>`;
const paragraphs = (text: string): string =>
  text
    .split(/\n+/)
    .map((one) => `<p>${esc(one)}</p>`)
    .join('\n');
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const esc = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
