// The generated files of docs/reference. A test compares them with what stands in the repository.
import type { Registry } from '#kernel/registry.ts';
import type { Command } from '../cli/command.ts';
import { actionCommands } from '../cli/commands.ts';
import { helpOnOne } from '../cli/help.ts';
import type { Field } from '../fields.ts';
import { codeReferences, kindReferences } from './errors.ts';
import { referenceOf, type ActionReference } from './reference.ts';

export interface ReferenceParts {
  /** Commands written by hand, to stand before those of the actions. */
  readonly commands: readonly Command[];
  /** The question that each setting answers, by id. */
  readonly settings: ReadonlyMap<string, { readonly question: string }>;
}

const GENERATED = '<!-- Written by `npm run generate`. Do not edit: change the action, then run it again. -->';

/** @returns text by file name: actions.md, permissions.md, errors.md, cli.md */
export function referencePages(registry: Registry, parts: ReferenceParts): ReadonlyMap<string, string> {
  return new Map([
    ['actions.md', actionsPage(registry, parts.settings)],
    ['permissions.md', permissionsPage(registry)],
    ['errors.md', errorsPage(registry)],
    [
      'cli.md',
      commandsPage([...parts.commands, ...actionCommands(registry, () => Promise.reject(new Error('only described')))]),
    ],
  ]);
}

const page = (title: string, ...blocks: readonly string[]): string =>
  `${[GENERATED, `# ${title}`, ...blocks].join('\n\n')}\n`;

function actionsPage(registry: Registry, settings: ReferenceParts['settings']): string {
  const blocks = referenceOf(registry).flatMap((feature) => [
    `## ${feature.name}`,
    feature.summary,
    ...feature.actions.flatMap((action) => actionBlocks(action, settings)),
  ]);
  return page('Actions', 'Everything that can be done in Gatepost, by page, REST and command line alike.', ...blocks);
}

function actionBlocks(action: ActionReference, settings: ReferenceParts['settings']): readonly string[] {
  const facts = [
    `- ${action.changes ? 'Changes something, and is written to the ledger' : 'Only reads'}`,
    `- For ${action.who}`,
    `- Address: ${action.address === null ? 'none outside' : `\`${action.address}\``}`,
    ...(action.address === null
      ? []
      : [`- Access token: ${action.token === null ? 'none may do this' : `scope \`${action.token}\``}`]),
    ...action.notes.map((note) => `- ${note}`),
    ...(action.errors.length === 0
      ? []
      : [`- Problems: ${action.errors.map((code) => `[\`${code}\`](errors.md#${code})`).join(', ')}`]),
    ...action.controls.map(
      (control) => `- Serves \`${control.id}\`: ${control.promise}${read(control.settings, settings)}`,
    ),
  ];
  return [
    `### ${action.name}`,
    action.summary,
    facts.join('\n'),
    ...fieldTable('Input', action.input, true),
    ...fieldTable('Output', action.output, false),
    ...(action.example === null ? [] : [`\`\`\`sh\n${action.example}\n\`\`\``]),
  ];
}

function read(ids: readonly string[], settings: ReferenceParts['settings']): string {
  const questions = ids.map((id) => `\`${id}\`${settings.has(id) ? ` (${settings.get(id)!.question})` : ''}`);
  return questions.length === 0 ? '' : ` Asks the policy: ${questions.join(', ')}.`;
}

function fieldTable(title: string, fields: readonly Field[], isInput: boolean): readonly string[] {
  if (fields.length === 0) return [];
  return [table([title, 'type', isInput ? 'needed' : 'there', 'meaning'], fieldRows(fields, isInput, ''))];
}

/** Parts of an object below it, as `terms[].from`. */
function fieldRows(fields: readonly Field[], isInput: boolean, above: string): readonly (readonly string[])[] {
  return fields.flatMap((field) => {
    const name = above + field.name;
    const there = isInput ? needed(field) : field.required ? 'yes' : 'sometimes';
    const parts = fieldRows(field.parts, isInput, `${name}${field.list ? '[]' : ''}.`);
    return [[`\`${name}\``, field.type, there, field.meaning], ...parts];
  });
}

const needed = (field: Field): string =>
  field.required ? 'yes' : field.default === undefined ? 'no' : `no, otherwise \`${JSON.stringify(field.default)}\``;

function permissionsPage(registry: Registry): string {
  const actions = referenceOf(registry).flatMap((feature) => feature.actions);
  const by = (keyOf: (action: ActionReference) => string): readonly string[] =>
    [...new Set(actions.map(keyOf))].toSorted().flatMap((key) => {
      const rows = actions
        .filter((action) => keyOf(action) === key)
        .map(({ name, summary }) => [`[\`${name}\`](actions.md#${anchor(name)})`, summary]);
      return [`### ${key}`, table(['action', 'what it does'], rows)];
    });
  return page(
    'Permissions',
    'Who may call what. What somebody may do with one particular thing is decided by the action itself, each time.',
    '## By person',
    ...by(({ who }) => upper(who)),
    '## By scope of an access token',
    ...by(({ token }) => (token === null ? 'No access token' : `\`${token}\``)),
  );
}

function errorsPage(registry: Registry): string {
  const kinds = kindReferences().map(({ kind, status, meaning }) => [`\`${kind}\``, String(status), meaning]);
  const codes = codeReferences(registry).flatMap(({ code, actions, meaning }) => [
    `### ${code}`,
    ...(meaning ? [meaning] : []),
    ...(actions.length > 0
      ? [`Of ${actions.map((name) => `[\`${name}\`](actions.md#${anchor(name)})`).join(', ')}.`]
      : []),
  ]);
  return page(
    'Problems',
    'How Gatepost says no: always a problem document (RFC 9457) with a kind and a code.',
    table(['kind', 'status', 'meaning'], kinds),
    '## Codes',
    ...codes,
  );
}

function commandsPage(commands: readonly Command[]): string {
  const blocks = [...new Set(commands.map(({ group }) => group))].flatMap((group) => [
    `## ${group}`,
    ...commands
      .filter((command) => command.group === group)
      .flatMap((command) => [
        `### gatepost ${command.name}`,
        `\`\`\`\n${helpOnOne('gatepost', command).trimEnd()}\n\`\`\``,
      ]),
  ]);
  return page('Command line', 'Exit codes: 0 done, 1 the answer is no, 2 wrong use or unreadable input.', ...blocks);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** As GitHub and most readers of Markdown name a heading. */
const anchor = (heading: string): string => heading.toLowerCase().replaceAll('.', '');
const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
