// How much script a page loads, gzip: everything its HTML names, and what that imports.
import { gzipSync } from 'node:zlib';
import { serve } from '#main/serve.ts';
import type { Figure } from './figure.ts';
import { openStand, savedPosts } from './stand/school.ts';

const LIMIT_KB = 60;

export async function* figures(): AsyncGenerator<Figure> {
  const stand = await openStand();
  const served = await serve(stand.app, { host: '127.0.0.1', port: 0 });
  try {
    const [post] = await savedPosts(stand, 1);
    const { slug } = await stand.app.as(stand.teacher).schools.read({});
    const paths = [
      '/today',
      '/posts',
      '/posts/new',
      `/posts/${post!.postId}`,
      `/posts/${post!.postId}/edit`,
      '/approvals',
      '/accounts',
      `/accounts/${stand.noticeboardId}`,
      '/people',
      `/people/${stand.teacher.personId}`,
      '/policy',
      '/school',
      '/me',
      '/me/tokens',
      `/schools/${slug}`,
      '/reference',
    ];
    let heaviest = { path: '', kb: 0 };
    for (const path of [...paths, '/sign-in']) {
      const kb = await weight(`http://127.0.0.1:${served.port}`, path, path === '/sign-in' ? '' : stand.cookie);
      if (kb > heaviest.kb) heaviest = { path, kb };
    }
    yield {
      figure: `Script on the heaviest of ${paths.length + 1} pages (${heaviest.path})`,
      value: `${heaviest.kb.toFixed(1)} kB`,
      goal: `≤ ${LIMIT_KB} kB`,
      met: heaviest.kb <= LIMIT_KB,
      against: 'gzip of every module the page loads',
    };
  } finally {
    await served.close();
    await stand.close();
  }
}

async function weight(origin: string, path: string, cookie: string): Promise<number> {
  const response = await fetch(origin + path, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
  const queue = modulesIn(await response.text(), `${origin}${path}`);
  const seen = new Set<string>();
  let bytes = 0;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const script = await (await fetch(next)).text();
    bytes += gzipSync(script, { level: 6 }).length;
    queue.push(...importsIn(script, next));
  }
  return bytes / 1000;
}

const modulesIn = (html: string, base: string): string[] =>
  [...html.matchAll(/["'(]([^"'()]*_app\/[^"'()]+\.js(?:\?[^"'()]*)?)["')]/g)].map(
    (match) => new URL(match[1]!, base).href,
  );

/** What is fetched on first use is not part of the page; but SvelteKit’s start fetches its client on every page that has one. */
const importsIn = (script: string, base: string): string[] => {
  const imports = base.includes('/entry/start.') ? /(?:from|import)\s*\(?\s*["'`]([^"'`]+\.js)["'`]/g : STATIC;
  return [...script.matchAll(imports)].map((match) => new URL(match[1]!, base).href);
};
const STATIC = /(?:from|import)\s*["'`]([^"'`]+\.js)["'`]/g;
