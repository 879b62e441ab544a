// Whose signatures bring a draft into force: as its own clauses say, and as the adopted versions say that bind the school until then.
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
 * A draft cannot do away with the signatures that the adopted policy asks for, nor can one whose day is still to come be
 * passed by, nor one setting that was changed since without them; a model that nobody adopted binds nobody so.
 */
export async function requirementOf(context: Context, document: PolicyDocument): Promise<Requirement> {
  const { db, scopeId, at } = context;
  const today = await localDate(db, scopeId, at);
  const [behind, living] = await Promise.all([
    behindOn(db, today),
    versionRows(db, scopeId).then((rows) => livingVersions(rows)),
  ]);
  const now = versionOn(living, today);
  const whole = now && wholeBefore(living, now);
  const coming = living.filter(({ changes, effective_on: day }) => changes === null && day > today);
  const binding = [whole, ...coming].filter((version) => version?.state === 'adopted');
  const documents = await Promise.all(binding.map((version) => documentOf(db, scopeId, version!.id)));
  const asking = [
    policyInForce(document, behind),
    ...(whole?.state === 'adopted' ? [await context.policy()] : []),
    ...documents.flatMap((adopted) => (adopted ? [policyInForce(adopted, behind)] : [])),
  ];
  const asked = asking.map((policy) => policy.ruling(settings.adoption.signatures));
  return {
    roles: inOrder(asked.flatMap(({ value }) => value)),
    clauses: [...new Set(asked.flatMap(({ clauses }) => clauses))],
  };
}
