// docs/reference/settings.md: every question a policy answers, Gatepost's own answer, and what each of the five policies says.
import {
  allSettings,
  answerInWords,
  plannedControls,
  type PolicyDocument,
  type Setting,
  type Strictness,
} from '#features/policy/index.ts';
import type { Control } from '#kernel/control.ts';

const STRICTER: Readonly<Record<Strictness, string>> = {
  ranked: 'The answers are ranked, the loosest first.',
  up: 'More, or yes, is stricter.',
  down: 'Less, or no, is stricter.',
  subset: 'Allowing fewer is stricter.',
  superset: 'Asking for more is stricter.',
  none: 'No answer is stricter than another.',
};

export function settingsPage(policies: readonly PolicyDocument[], built: readonly Control[]): string {
  const areas = Map.groupBy(allSettings, ({ id }) => id.slice(0, id.indexOf('.')));
  return `${[
    '<!-- Written by `npm run generate`. Do not edit: change the setting or the policy, then run it again. -->',
    '# Settings',
    'Every question that a policy answers. Where a policy is silent, Gatepost’s own answer holds and is shown as such.',
    ...[...areas].flatMap(([area, settings]) => [
      `## ${area}`,
      ...settings.flatMap((setting) => blocksOf(setting, policies, built)),
    ]),
  ].join('\n\n')}\n`;
}

function blocksOf(setting: Setting<unknown>, policies: readonly PolicyDocument[], built: readonly Control[]): string[] {
  const said = policies.flatMap(({ school, settings }) => {
    const given = settings[setting.id];
    return given ? [`- ${school}: ${answerInWords(setting, given.is)} (${given.by.join(', ')})`] : [];
  });
  const controls = [
    ...readersOf(setting, built).map((id) => `\`${id}\``),
    ...readersOf(setting, plannedControls).map((id) => `\`${id}\` (not yet)`),
  ];
  return [
    `### \`${setting.id}\``,
    setting.question,
    [
      `- Gatepost’s own answer: ${answerInWords(setting, setting.default)}`,
      ...said,
      `- ${STRICTER[setting.order]}`,
      `- Read by ${controls.join(', ')}`,
    ].join('\n'),
  ];
}

const readersOf = (setting: Setting<unknown>, controls: readonly Control[]): string[] =>
  controls.filter(({ settings }) => settings.includes(setting.id)).map(({ id }) => id);
