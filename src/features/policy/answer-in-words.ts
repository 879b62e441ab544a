// Says the answer to a setting in words, for pages and for the command line.
import { isId } from '#kernel/id.ts';
import type { Place } from './document.ts';
import { platformLabels } from './settings/platform-names.ts';
import type { Setting } from './setting.ts';
import { roleLabels } from './role-names.ts';
import { amountInWords } from './unit-of.ts';

export function answerInWords(setting: Setting<unknown>, value: unknown): string {
  if (value === null) return 'Not fixed.';
  if (typeof value === 'number') return `${amountInWords(setting.id, value)}.`;
  if (Array.isArray(value))
    return value.length === 0 ? 'None.' : listInWords(value.map((one) => entryInWords(setting, one)));
  if (typeof value === 'object') {
    const parts = Object.entries(value).map(([key, part]) => `${spaced(key)}: ${plain(part, setting)}`);
    return `${capital(parts.join('; '))}.`;
  }
  return entryInWords(setting, value);
}

/** An account by its name where a policy names it so; one that is known by its id is for the page to name. */
export function placeInWords({ account, platform, category }: Place): string {
  const parts = [
    account && (isId(account) ? 'one account' : `the account ${account}`),
    platform && labelOf(platformLabels, platform),
    category && `posts of the kind “${spaced(category)}”`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** Whole sentences stand one after another; single words become one sentence. */
function listInWords(entries: readonly string[]): string {
  return entries.every((entry) => entry.endsWith('.')) ? entries.join(' ') : `${capital(entries.join(', '))}.`;
}

function entryInWords(setting: Setting<unknown>, entry: unknown): string {
  if (entry !== null && typeof entry === 'object' && 'label' in entry) return text(entry.label);
  const answer = setting.answers?.[text(entry)];
  if (answer === undefined) return text(entry);
  return setting.answers === roleLabels ? answer : capital(answer);
}

function plain(part: unknown, setting: Setting<unknown>): string {
  if (Array.isArray(part)) return part.length === 0 ? 'none' : part.map((one) => plain(one, setting)).join(', ');
  if (typeof part === 'number') return amountInWords(setting.id, part);
  if (part === true) return 'yes';
  if (part === false) return 'no';
  return part === null ? 'not fixed' : labelOf(roleLabels, text(part));
}

const labelOf = (labels: Readonly<Record<string, string>>, name: string): string => labels[name] ?? spaced(name);
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
export const spaced = (name: string): string =>
  name.replaceAll('-', ' ').replace(/[a-z][A-Z]/g, (pair) => `${pair[0]} ${pair[1]?.toLowerCase()}`);
export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
