// Is this a possible answer to the setting? Every fault is told at its own field, in the words of policy files. Pure.
import { fail, type FieldProblem } from '#kernel/errors.ts';
import { placeOf, samePlace, type Answer } from './answer.ts';
import type { Place, PolicyDocument } from './document.ts';
import { explainIssue } from './explain-issue.ts';
import { placeKinds, placesFor } from './places-read.ts';
import { settings } from './settings/index.ts';
import { platformNames } from './settings/platform-names.ts';
import type { Setting } from './setting.ts';

/**
 * @param accounts ids of the accounts that another answer may hold for
 * @throws naming each field that cannot be, from `is` on
 */
export function possibleAnswer(
  setting: Setting<unknown>,
  typed: Answer,
  document: PolicyDocument,
  accounts: ReadonlySet<string>,
): Answer {
  const general = readValue(setting, typed.is, 'is');
  const elsewhere = typed.overrides.map((one, at) => {
    const field = `overrides.${at}`;
    const value = readValue(setting, one.is, `${field}.is`);
    const twice = typed.overrides.slice(0, at).some((other) => samePlace(one, other));
    const problems = [
      ...placeProblems(setting, one, document).map((message) => ({ field, message })),
      ...(one.account === undefined || accounts.has(one.account)
        ? []
        : [{ field: `${field}.account`, message: 'This school has no such account. Choose one of its register.' }]),
      ...(twice ? [{ field, message: 'Another answer is given for the same place. Leave one of them out.' }] : []),
      ...value.problems,
    ];
    return { problems, is: { ...placeOf(one), is: value.is } };
  });
  const fields = [...general.problems, ...elsewhere.flatMap(({ problems }) => problems)];
  if (fields.length === 0) return { is: general.is, overrides: elsewhere.map(({ is }) => is) };
  throw fail.invalid({
    code: 'answer-not-possible',
    message: `This does not answer “${setting.question}”`,
    remedy: 'Put right what is marked.',
    fields,
  });
}

function readValue(
  setting: Setting<unknown>,
  value: unknown,
  field: string,
): { is: unknown; problems: readonly FieldProblem[] } {
  const read = setting.schema.safeParse(value, { reportInput: true });
  if (read.success) return { is: read.data, problems: [] };
  const problems = read.error.issues
    .flatMap((issue) => explainIssue({ ...issue, path: ['settings', setting.id, 'is', ...issue.path] }))
    .map(({ path, key, message, remedy }) => ({
      field: [field, ...path.slice(3), ...(key === undefined ? [] : [key])].map(String).join('.'),
      message: `${message} ${remedy}`,
    }));
  return { is: undefined, problems };
}

function placeProblems(setting: Setting<unknown>, place: Place, document: PolicyDocument): string[] {
  const allowed = placesFor(setting.id);
  const named = placeKinds.filter((kind) => place[kind] !== undefined);
  if (named.length === 0) return ['Say where this other answer holds: an account, a platform or a kind of post.'];
  const kinds = document.settings[settings.content.categories.id]?.is;
  const category = place.category;
  return [
    ...(named.every((kind) => allowed.includes(kind))
      ? []
      : ['This is answered for the whole school; no other answer can hold for one place.']),
    ...(place.platform === undefined || (platformNames as readonly string[]).includes(place.platform)
      ? []
      : [`There is no platform “${place.platform}”. Choose one of: ${platformNames.join(', ')}.`]),
    ...(category === undefined || !Array.isArray(kinds) || kinds.some((kind: { id?: unknown }) => kind.id === category)
      ? []
      : [`The policy knows no kind of post “${category}”.`]),
  ];
}
