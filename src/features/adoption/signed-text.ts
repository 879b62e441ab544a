// Exactly the text that is shown and signed: the whole policy, and which document on its way to adoption this is. Pure.
import { answerInWords, settingById, type PolicyDocument } from '#features/policy/index.ts';
import { fingerprint } from '#kernel/ledger.ts';

export interface Sent {
  readonly sha256: string;
  /** Local date on which it was sent to be approved. */
  readonly on: string;
}

export function signedText(document: PolicyDocument, sent: Sent): string {
  const lines = [document.title, document.school, ''];
  if (document.ethos) lines.push(document.ethos, '');
  let under = '';
  for (const clause of document.clauses) {
    if (clause.under !== under) lines.push(clause.under.toUpperCase(), '');
    under = clause.under;
    lines.push(`${clause.number} ${clause.title}`, clause.text, '');
  }
  lines.push('HOW IT IS APPLIED', '', ...settingLines(document), '');
  lines.push(`This is the document ${fingerprint(sent.sha256)}, sent to be approved on ${sent.on}.`);
  return `${lines.join('\n')}\n`;
}

const settingLines = (document: PolicyDocument): string[] =>
  Object.entries(document.settings).flatMap(([id, given]) => {
    const setting = settingById(id);
    return setting && given ? [`${setting.question} ${answerInWords(setting, given.is)}`] : [];
  });
