// The policy that a draft began as a copy of, as people call it: they know titles and schools, not ids.
import type { Context } from '#kernel/context.ts';
import { isModelPolicy, loadModelPolicy, localDate, trustDocumentOn } from '#features/policy/index.ts';

export async function parentName(
  { db, scopeId, at }: Pick<Context, 'db' | 'scopeId' | 'at'>,
  id: string | undefined,
): Promise<string> {
  if (id === undefined) return '';
  if (id === 'starter') return 'Gatepost’s own model policy';
  if (isModelPolicy(id)) {
    const { title, school } = await loadModelPolicy(id);
    return `the model policy “${title}” of ${school}`;
  }
  const trust = await trustDocumentOn(db, 'of-this-school', await localDate(db, scopeId, at));
  return trust?.document.id === id ? `the trust’s policy “${trust.document.title}”` : '';
}
