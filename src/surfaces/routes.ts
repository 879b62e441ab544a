// The routes of all actions, taken apart once: for REST, for the command line that speaks it, and for the reference.
import { onlyOperator, onlySystem } from '#kernel/access.ts';
import type { AnyAction, HttpMethod } from '#kernel/action.ts';
import type { Registry } from '#kernel/registry.ts';

export interface ActionRoute {
  readonly action: AnyAction;
  readonly method: HttpMethod;
  /** Below `/api`, such as `/posts/{postId}/submit`. */
  readonly path: string;
  /** Fields of the input that stand in the path. */
  readonly params: readonly string[];
}

/** Can anybody outside call it? What only Gatepost itself or whoever sits at the machine may do has no address. */
export const hasAddress = (action: AnyAction): boolean => action.who !== onlySystem && action.who !== onlyOperator;

export function routeOf(action: AnyAction): ActionRoute {
  const [method, path] = action.route.split(' ') as [HttpMethod, string];
  const params = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
  return { action, method, path, params };
}

/** @throws when a route is at odds with its action or with another route: a mistake of ours, found at start */
export function routesOf(registry: Registry): readonly ActionRoute[] {
  const routes = [...registry.actions.values()].filter(hasAddress).map(routeOf);
  const taken = new Map<string, string>();
  for (const { action, method, path, params } of routes) {
    const place = `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`;
    const other = taken.get(place);
    if (other !== undefined) throw new Error(`${action.name} and ${other} have the same route ${action.route}.`);
    taken.set(place, action.name);
    const stray = params.find((param) => !(param in action.input.shape));
    if (stray !== undefined) throw new Error(`${action.name}: {${stray}} of its route is not a field of its input.`);
    if (method === 'GET' && action.kind !== 'read')
      throw new Error(`${action.name} changes something, so it cannot be a GET.`);
  }
  return routes;
}
