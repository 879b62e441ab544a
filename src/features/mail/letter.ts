// A letter as plain text and as simple HTML: the same words in the same order, readable without pictures, styles or colours.
import type { Block, Frame, Letter } from './template.ts';

const foot = ({ school, origin }: Frame): string =>
  `Gatepost sent this for ${school}. When you get its digest, or whether you do, is your choice: ${origin}/me`;

export function textOf({ blocks }: Letter, frame: Frame): string {
  return `${[...blocks.map(inText), `-- \n${foot(frame)}`].join('\n\n')}\n`;
}

function inText(block: Block): string {
  if (typeof block === 'string') return block;
  if ('link' in block) return `${block.label}:\n${block.link}`;
  return block.items.map(({ text, link }) => `- ${text}\n  ${link}`).join('\n');
}

export function htmlOf({ subject, blocks }: Letter, frame: Frame): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body style="font: 1rem/1.5 sans-serif; max-width: 36rem; margin: 1.5rem auto; padding: 0 1rem">
<h1 style="font-size: 1.25rem">${escaped(subject)}</h1>
${blocks.map(inHtml).join('\n')}
<hr>
<p style="font-size: 0.875rem">${escaped(foot(frame))}</p>
</body>
</html>
`;
}

function inHtml(block: Block): string {
  if (typeof block === 'string') return `<p>${escaped(block)}</p>`;
  if ('link' in block) return `<p><a href="${escaped(block.link)}">${escaped(block.label)}</a></p>`;
  const items = block.items.map(({ text, link }) => `<li><a href="${escaped(link)}">${escaped(text)}</a></li>`);
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign]!);
