// The reference as plain data, read from the registry: for the page and for the files in docs/reference alike.
import { nounOf, type AnyAction } from '#kernel/action.ts';
import type { Control } from '#kernel/control.ts';
import type { Registry } from '#kernel/registry.ts';
import { inputFields, outputFields, type Field } from '../fields.ts';
import { hasAddress, routeOf } from '../routes.ts';
import { exampleOf } from './example.ts';

export interface FeatureReference {
  readonly name: string;
  readonly summary: string;
  readonly actions: readonly ActionReference[];
}

export interface ActionReference {
  readonly name: string;
  readonly summary: string;
  readonly changes: boolean;
  /** `POST /api/posts/{postId}/submit`; null for what has no address outside. */
  readonly address: string | null;
  /** Completes "For …". */
  readonly who: string;
  /** Scope an access token needs; null where no token may. */
  readonly token: string | null;
  /** What else holds: a fresh factor, a limit, a wait for the seal. */
  readonly notes: readonly string[];
  readonly input: readonly Field[];
  readonly output: readonly Field[];
  readonly errors: readonly string[];
  readonly controls: readonly Control[];
  /** A shell command to try; null for what has no address or takes no token. */
  readonly example: string | null;
}

/** In the order of the registry, which is the order in which features stand on each other. */
export function referenceOf(registry: Registry): readonly FeatureReference[] {
  const actions = [...registry.actions.values()];
  return registry.features.map(({ name, summary }) => ({
    name,
    summary,
    actions: actions
      .filter((action) => nounOf(action.name) === name)
      .map((action) => actionReference(registry, action)),
  }));
}

function actionReference(registry: Registry, action: AnyAction): ActionReference {
  const route = routeOf(action);
  const isOutside = hasAddress(action);
  return {
    name: action.name,
    summary: action.summary,
    changes: action.kind === 'write',
    address: isOutside ? `${route.method} /api${route.path}` : null,
    who: action.who.words,
    token: action.token ?? null,
    notes: notesOf(action),
    input: inputFields(action.input),
    output: outputFields(action.output),
    errors: action.errors ?? [],
    controls: (action.controls ?? []).flatMap((id) => registry.controls.get(id) ?? []),
    example: isOutside && action.token !== undefined ? exampleOf(route) : null,
  };
}

function notesOf(action: AnyAction): readonly string[] {
  const { freshFactorMinutes, perMinute, largeInput, sealed, recorded, kind } = action;
  return [
    ...(freshFactorMinutes === undefined
      ? []
      : [`The person must have shown a factor within the last ${freshFactorMinutes} minutes.`]),
    ...(perMinute === undefined ? [] : [`At most ${perMinute} times a minute by one person.`]),
    ...(largeInput === true ? ['By REST its input may be up to 16 MB long.'] : []),
    ...(sealed === true ? ['The answer waits until the ledger has sealed what was done.'] : []),
    ...(kind === 'read' && recorded === true ? ['Looking is recorded in the ledger.'] : []),
  ];
}
