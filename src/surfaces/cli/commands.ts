// Every action of the registry as a command: `gatepost NOUN VERB --field value`. Nothing here knows a noun.
import { nounOf, verbOf, type AnyAction } from '#kernel/action.ts';
import type { Registry } from '#kernel/registry.ts';
import { inputFields, type Field } from '../fields.ts';
import { hasAddress } from '../routes.ts';
import type { Command } from './command.ts';
import { loginCommands } from './login.ts';
import { createRemote, type CallAction } from './remote.ts';
import { loginToUse, type GivenLogin } from './saved-login.ts';
import { plainText } from './table.ts';
import { kebab } from './words.ts';

export interface CommandOptions {
  readonly registry: Registry;
  readonly fetch: typeof globalThis.fetch;
  /** Where `login` keeps the access token, as an absolute path. */
  readonly loginFile: string;
  readonly given: GivenLogin;
}

/** `login`, `logout` and a command for every action that can be called from outside, run as the person who signed in. */
export function createCommands({ registry, fetch, loginFile, given }: CommandOptions): readonly Command[] {
  const call = createRemote(fetch, () => loginToUse(loginFile, given));
  return [...loginCommands(fetch, loginFile), ...actionCommands(registry, call)];
}

/** @param call runs an action and gives its answer, here or elsewhere */
export function actionCommands(registry: Registry, call: CallAction): readonly Command[] {
  const groups = new Map(registry.features.map(({ name, summary }) => [name, `${name}: ${summary}`]));
  return [...registry.actions.values()].filter(hasAddress).map((action) => ({
    name: commandName(action),
    group: groups.get(nounOf(action.name))!,
    summary: action.summary,
    ...(needsPage(action) ? { note: 'on the page only' } : {}),
    details: detailsOf(action),
    words: [],
    fields: () => [...inputFields(action.input), JSON_FLAG],
    async run({ options, terminal }) {
      const { [JSON_FLAG.name]: asJson, ...input } = options;
      const answer = await call(action, input);
      terminal.out(`${asJson === true ? JSON.stringify(answer) : plainText(answer, terminal.width)}\n`);
      return 0;
    },
  }));
}

export const commandName = (action: AnyAction): string => `${kebab(nounOf(action.name))} ${kebab(verbOf(action.name))}`;

const JSON_FLAG: Field = {
  name: 'json',
  kind: 'boolean',
  list: false,
  required: false,
  values: [],
  default: false,
  meaning: 'Answer with one JSON document.',
  type: 'yes or no',
  parts: [],
};

/** The command line has nothing but an access token, and some things no token may do. */
const needsPage = (action: AnyAction): boolean => action.token === undefined && action.scope !== 'public';

function detailsOf(action: AnyAction): readonly string[] {
  const whom = `For ${action.who.words}.`;
  if (action.token !== undefined) return [whom, `The access token needs the scope ${action.token}.`];
  return needsPage(action) ? [whom, 'No access token may do this: do it on the page, signed in.'] : [whom];
}
