// Every page there is, with real ids in place of the parameters: read from the folders of the routes, so that none is forgotten.
import { globSync } from 'node:fs';
import { join } from 'node:path';

const ROUTES = join(import.meta.dirname, '../../src/routes');

/** Such as `/posts/[postId]/edit`; groups, whose names stand in brackets, are no part of an address. */
export const allRoutes = (): string[] =>
  globSync('**/+page.svelte', { cwd: ROUTES })
    .map(
      (file) => `/${file.replaceAll('\\', '/')}`.replace(/\/\+page\.svelte$/, '').replaceAll(/\/\([^)]+\)/g, '') || '/',
    )
    .sort();

/** @throws when nobody says what stands in a parameter */
export function addressOf(route: string, places: Readonly<Record<string, string>>): string {
  const place = places[route] ?? route;
  if (place.includes('[')) throw new Error(`Which ${route}? The site map of the tests does not say.`);
  return place;
}
