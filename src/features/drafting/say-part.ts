// A part of a draft in words, so that an edit can be told as words taken out and put in. Pure.
import { answerAsText, answerFrom, settingById } from '#features/policy/index.ts';
import { NOTE, type ContentOf, type Note, type PartKind } from './draft.ts';

export function partInWords(kind: PartKind, key: string, content: unknown): string {
  if (content === null || content === undefined) return '';
  switch (kind) {
    case 'clause': {
      const clause = content as ContentOf['clause'];
      return [
        `${clause.number} ${clause.title}`,
        clause.text,
        `Under “${clause.under}”.`,
        `Binds ${clause.binds.join(', ')}.`,
        `Speaks as: ${clause.force.replace('-', ' ')}.`,
        `Rests on: ${clause['rests-on'].join(', ') || 'nothing yet'}.`,
      ].join('\n');
    }
    case 'setting': {
      const given = content as ContentOf['setting'];
      const setting = settingById(key);
      return setting ? `${answerAsText(setting, answerFrom(given))} (${given.by.join(', ')})` : '';
    }
    case 'definition': {
      const { term, meaning } = content as ContentOf['definition'];
      return `${term}: ${meaning}`;
    }
    case 'linked':
      return (content as ContentOf['linked']).title;
    case 'choice': {
      const { question, chosen } = content as ContentOf['choice'];
      return `${question} ${chosen}`;
    }
    case 'about': {
      if (key === NOTE) return noteInWords(content as Note);
      const { title, edition, ethos } = content as ContentOf['about'];
      return [title, edition === undefined ? '' : `Issued ${edition}`, ethos ?? '']
        .filter((part) => part !== '')
        .join('\n');
    }
  }
}

const noteInWords = ({ name, changeNote, material, materialReason }: Note): string =>
  [
    `The draft is called “${name}”.`,
    changeNote === '' ? '' : `What is new: ${changeNote}`,
    material === null ? '' : material ? 'Everybody confirms it anew.' : 'Only a correction: nobody confirms it anew.',
    materialReason === '' ? '' : `Why: ${materialReason}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
