// The case in a few lines, each a link to where it is told in full: what needs a decision, what to look at, what changed. Pure.
import type { Shape, Tone } from '#ui/state.ts';
import { capital, sayCount } from '#surfaces/web/say-count.ts';
import type { PostPage } from '../../posts/post-page.ts';

interface Line {
  readonly tone: Tone;
  readonly shape?: Shape;
  readonly lead?: string;
  readonly text: string;
  readonly href?: string;
}

export function inShort(post: Pick<PostPage, 'findings' | 'before'>, noChild: number, since: string | null): Line[] {
  const yours = post.findings.filter(({ tone }) => tone === 'hold');
  const [second, ...others] = post.findings.filter(({ tone }) => tone === 'look');
  const lines: Line[] = yours.map(({ n, message }) => ({
    tone: 'hold',
    lead: 'You decide:',
    text: message,
    href: `#finding-${n}`,
  }));
  if (yours.length === 0) lines.push({ tone: 'done', text: 'Nothing found that needs a named person' });
  if (second) {
    const things = others.length === 0 ? 'One thing' : `${capital(sayCount(others.length + 1))} things`;
    lines.push({ tone: 'look', text: `${things} worth a second look`, href: `#finding-${second.n}` });
  }
  if (noChild > 0) {
    const text =
      noChild === 1
        ? 'One picture to look at: no child in it?'
        : `${capital(sayCount(noChild))} pictures to look at: no child in them?`;
    lines.push({ tone: 'hold', text, href: '#no-child' });
  }
  if (post.before !== null) {
    const text =
      post.before.length === 0
        ? 'The words are as they were last time'
        : `Changed since ${since ?? 'it was last decided on'}`;
    lines.push({ tone: 'calm', shape: 'keep', text, href: '#changed' });
  }
  return lines;
}
