// Whose signatures bring a draft into force: as its own clauses say, and as the adopted version says that binds the school until then.
import type { Context } from '#kernel/context.ts';
import {
  behindOn,
  livingVersions,
  localDate,
  policyInForce,
  settings,
  versionOn,
  versionRows,
  wholeBefore,
  type PolicyDocument,
  type RoleName,
} from '#features/policy/index.ts';
import { inOrder } from './plan.ts';

export interface Requirement {
  readonly roles: readonly RoleName[];
  readonly clauses: readonly string[];
}

/** A draft cannot do away with the signatures that the adopted policy asks for; a model that nobody adopted binds nobody so. */
export async function requirementOf(context: Context, document: PolicyDocument): Promise<Requirement> {
  const { db, scopeId, at } = context;
  const next = policyInForce(document, await behindOn(db, await localDate(db, scopeId, at)));
  const asked = [next.ruling(settings.adoption.signatures)];
  if (await adoptedNow(context)) asked.push((await context.policy()).ruling(settings.adoption.signatures));
  return {
    roles: inOrder(asked.flatMap(({ value }) => value)),
    clauses: [...new Set(asked.flatMap(({ clauses }) => clauses))],
  };
}

/** Is what is in force a version that the school adopted, or one that changes a setting of it? */
async function adoptedNow({ db, scopeId, at }: Context): Promise<boolean> {
  const living = livingVersions(await versionRows(db, scopeId));
  const now = versionOn(living, await localDate(db, scopeId, at));
  return now !== undefined && wholeBefore(living, now).state === 'adopted';
}
