// Whose signatures bring a draft into force: as its own clauses say, and as the adopted version says that binds the school until then.
import type { Context } from '#kernel/context.ts';
import {
  behindOn,
  documentOf,
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

/**
 * A draft cannot do away with the signatures that the adopted policy asks for, and neither can one setting that was changed
 * since without them; a model that nobody adopted binds nobody so.
 */
export async function requirementOf(context: Context, document: PolicyDocument): Promise<Requirement> {
  const { db, scopeId, at } = context;
  const behind = await behindOn(db, await localDate(db, scopeId, at));
  const asking = [policyInForce(document, behind)];
  const adopted = await adoptedNow(context);
  if (adopted) asking.push(await context.policy(), policyInForce(adopted, behind));
  const asked = asking.map((policy) => policy.ruling(settings.adoption.signatures));
  return {
    roles: inOrder(asked.flatMap(({ value }) => value)),
    clauses: [...new Set(asked.flatMap(({ clauses }) => clauses))],
  };
}

/** The document that the school adopted, where what is in force is that, or changes a setting of it. */
async function adoptedNow({ db, scopeId, at }: Context): Promise<PolicyDocument | undefined> {
  const living = livingVersions(await versionRows(db, scopeId));
  const now = versionOn(living, await localDate(db, scopeId, at));
  const whole = now && wholeBefore(living, now);
  return whole?.state === 'adopted' ? documentOf(db, scopeId, whole.id) : undefined;
}
