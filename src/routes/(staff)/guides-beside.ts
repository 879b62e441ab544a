// The guides that stand beside what a control does, for `Guidance.svelte`: a page's load asks for them.
import type { Cite } from '../clause-refs.ts';

/** @param control what the page serves, such as `posts.prompts` */
export async function guidesBeside({ api }: Pick<App.Locals, 'api'>, control: string, cite: Cite) {
  const { guides } = await api.guidance.listGuides({ beside: control });
  return guides.map((guide) => ({ ...guide, clauses: cite(guide.clauses) }));
}

export type GuideBeside = Awaited<ReturnType<typeof guidesBeside>>[number];
