// Who can decide a waiting post as things stand now: absences, deputies and roles change while it waits.
import type { Context } from '#kernel/context.ts';
import { decidersOf, type NamedApprover } from './deciders.ts';
import { savedDraft } from './draft-facts.ts';
import { judge } from './judgement.ts';
import { contestRows } from './queries.ts';

/** The first to be asked first; empty where nobody is left. */
export async function decidersToday(
  context: Context,
  post: { id: string; version_id: string; opened_by: string },
): Promise<NamedApprover[]> {
  const { db, scopeId } = context;
  const [draft, contests] = await Promise.all([savedDraft(context, post), contestRows(db, scopeId, post.id)]);
  const { need, policy } = await judge(context, draft, contests);
  return decidersOf(context, draft, need.roles, policy);
}
