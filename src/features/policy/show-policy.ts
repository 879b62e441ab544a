// A whole policy as plain text: each clause with what Gatepost does about it, each setting with who says so.
import type { Control } from '#kernel/control.ts';
import { answerInWords, placeInWords } from './answer-in-words.ts';
import type { PolicyDocument } from './document.ts';
import { allSettings } from './settings/index.ts';
import { sourceOf } from './trust/behind.ts';
import { clauseOfChange } from './with-answer.ts';

export interface ShownSetting {
  readonly id: string;
  readonly question: string;
  readonly value: unknown;
  readonly answer: string;
  readonly clauses: readonly string[];
  /** `change` = the school has changed it since the policy was put in force. */
  readonly source: 'policy' | 'trust' | 'default' | 'change';
  readonly overrides: readonly {
    readonly where: string;
    readonly answer: string;
    readonly clauses: readonly string[];
  }[];
}

export interface ShownClause {
  readonly id: string;
  readonly number: string;
  readonly under: string;
  readonly title: string;
  readonly text: string;
  /** What Gatepost does about it; `yet` = it does so already. */
  readonly does: readonly {
    readonly control: string;
    readonly promise: string;
    readonly cannot: string | null;
    readonly yet: boolean;
  }[];
}

export interface ShownPolicy {
  readonly id: string;
  readonly title: string;
  readonly school: string;
  readonly edition: string | null;
  readonly clauses: readonly ShownClause[];
  readonly settings: readonly ShownSetting[];
}

/** `built` are the controls of features that exist; `planned` are shown as not yet. */
export function showPolicy(
  document: PolicyDocument,
  starter: PolicyDocument,
  controls: { readonly built: readonly Control[]; readonly planned: readonly Control[] },
): ShownPolicy {
  const known = new Map<string, { control: Control; yet: boolean }>();
  for (const control of controls.planned) known.set(control.id, { control, yet: false });
  for (const control of controls.built) known.set(control.id, { control, yet: true });
  const does = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const found = known.get(id);
      return found
        ? [{ control: id, promise: found.control.promise, cannot: found.control.cannot ?? null, yet: found.yet }]
        : [];
    });
  return {
    id: document.id,
    title: document.title,
    school: document.school,
    edition: document.edition ?? null,
    clauses: document.clauses.map(({ id, number, under, title, text, 'rests-on': restsOn }) => ({
      id,
      number,
      under,
      title,
      text,
      does: does(restsOn),
    })),
    settings: showSettings(document, starter),
  };
}

export function showSettings(document: PolicyDocument, starter: PolicyDocument): ShownSetting[] {
  return allSettings.flatMap((setting): ShownSetting[] => {
    const own = document.settings[setting.id];
    const given = own ?? starter.settings[setting.id];
    if (!given) return [];
    return [
      {
        id: setting.id,
        question: setting.question,
        value: given.is,
        answer: answerInWords(setting, given.is),
        clauses: given.by,
        source: clauseOfChange(document, setting.id) ? 'change' : sourceOf(own, given),
        overrides: (given.overrides ?? []).map((override) => ({
          where: placeInWords(override),
          answer: answerInWords(setting, override.is),
          clauses: override.by,
        })),
      },
    ];
  });
}

export function policyAsText(policy: ShownPolicy): string {
  const lines = [
    `${policy.title}, ${policy.school} (${policy.id}${policy.edition === null ? '' : `, edition ${policy.edition}`})`,
  ];
  let heading = '';
  for (const clause of policy.clauses) {
    if (clause.under !== heading) lines.push('', clause.under.toUpperCase());
    heading = clause.under;
    lines.push('', `${clause.number} ${clause.title} [${clause.id}]`, `    ${clause.text}`);
    for (const { promise, cannot, yet } of clause.does) {
      lines.push(`    ${yet ? '→' : '→ Not yet:'} ${promise}${cannot === null ? '' : ` ${cannot}`}`);
    }
  }
  lines.push('', 'SETTINGS', '');
  for (const setting of policy.settings) {
    const from = `${setting.clauses.join(', ')}${setting.source === 'default' ? '; Gatepost’s default, not in this policy' : ''}`;
    lines.push(`${setting.question} (${setting.id})`, `    ${setting.answer} [${from}]`);
    for (const { where, answer, clauses } of setting.overrides) {
      lines.push(`    For ${where}: ${answer} [${clauses.join(', ')}]`);
    }
  }
  return lines.join('\n');
}
