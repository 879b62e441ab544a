// The answer to a setting as a draft gives it: possible, and given by clauses that the draft has.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import {
  accountsNamed,
  answerFrom,
  possibleAnswer,
  settingFor,
  type Answer,
  type GivenSetting,
  type PolicyDocument,
} from '#features/policy/index.ts';

export interface TypedAnswer {
  readonly is?: unknown;
  readonly overrides?: Answer['overrides'] | undefined;
  readonly by: readonly string[];
}

/** @throws naming the field: an answer that is not possible, or no clause that gives it */
export async function checkedAnswer(
  { db, scopeId }: Pick<Context, 'db' | 'scopeId'>,
  document: PolicyDocument,
  settingId: string,
  typed: TypedAnswer,
): Promise<GivenSetting> {
  const setting = settingFor(settingId);
  const own = document.settings[settingId];
  const before = own ? answerFrom(own).overrides : [];
  const overrides = typed.overrides ?? before;
  const kept = before.flatMap(({ account }) => account ?? []);
  const named = overrides.flatMap(({ account }) => account ?? []).filter((account) => !kept.includes(account));
  const accounts = new Set([...(await accountsNamed(db, scopeId, new Set(named))), ...kept]);
  const answer = possibleAnswer(setting, { is: typed.is, overrides }, document, accounts);
  const clauses = new Set(document.clauses.map(({ id }) => id));
  const by = [...new Set(typed.by)];
  if (by.length === 0) throw noClause('Choose the clause that gives this answer.');
  const missing = by.find((id) => !clauses.has(id));
  if (missing !== undefined) throw noClause(`The draft has no clause ${missing}. Choose one that it has.`);
  return {
    is: answer.is,
    by,
    ...(answer.overrides.length > 0 ? { overrides: answer.overrides.map((one) => ({ ...one, by })) } : {}),
  };
}

const noClause = (message: string) =>
  fail.invalid({
    code: 'clause-missing',
    message: 'An answer stands in a clause: everybody who is told “no” is shown it.',
    remedy: message,
    fields: [{ field: 'by', message }],
  });
