// Says the answer to a setting in words, for pages and for the command line.
import type { Place } from './document.ts';
import type { Setting } from './setting.ts';
import { roleLabels } from './role-names.ts';

export function answerInWords(setting: Setting<unknown>, value: unknown): string {
  if (Array.isArray(value)) {
    return value.length === 0
      ? 'None.'
      : value.map((entry) => entryInWords(setting, entry)).join(isSentences(setting) ? ' ' : ', ');
  }
  const sentence = setting.answers?.[String(value)];
  if (sentence !== undefined) return isRole(setting) ? capital(sentence) + '.' : sentence;
  if (value === null) return 'Not fixed.';
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, part]) => `${spaced(key)}: ${plain(part)}`)
      .join('; ');
  return String(value);
}

export function placeInWords(place: Place): string {
  const parts = [
    place.account && `the account ${place.account}`,
    place.platform && spaced(place.platform),
    place.category && `posts of the kind “${spaced(place.category)}”`,
  ];
  return parts.filter(Boolean).join(', ');
}

function entryInWords(setting: Setting<unknown>, entry: unknown): string {
  if (entry !== null && typeof entry === 'object' && 'label' in entry) return String(entry.label);
  return setting.answers?.[String(entry)] ?? String(entry);
}

const isRole = (setting: Setting<unknown>): boolean => setting.answers === roleLabels;
const isSentences = (setting: Setting<unknown>): boolean => setting.answers !== undefined && !isRole(setting);

function plain(part: unknown): string {
  if (Array.isArray(part)) return part.map(plain).join(', ');
  if (part === true) return 'yes';
  if (part === false) return 'no';
  return part === null ? 'not fixed' : spaced(String(part));
}

const spaced = (name: string): string => name.replaceAll('-', ' ');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
