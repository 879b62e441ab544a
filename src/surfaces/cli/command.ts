// A command: its name, what it is for, what it asks for, and what it does. Written by hand or made from an action.
import type { z } from 'zod';
import { parseInput } from '#kernel/parse.ts';
import { inputFields, type Field } from '../fields.ts';
import type { Terminal } from './terminal.ts';

/** A word that stands without a flag, such as a file. */
export interface Word {
  /** As it is shown: `FILE`. */
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
}

export interface Call<Options = Readonly<Record<string, unknown>>> {
  readonly options: Options;
  readonly words: readonly string[];
  readonly terminal: Terminal;
}

export interface Command {
  /** One to three words: `ledger verify`. */
  readonly name: string;
  /** The heading under which help lists it. */
  readonly group: string;
  readonly summary: string;
  /** Said beside the summary in lists. */
  readonly note?: string;
  /** Further sentences for its own help. */
  readonly details: readonly string[];
  readonly words: readonly Word[];
  /** What its flags mean; asked only when this command is called or explained. */
  fields(): readonly Field[];
  /** @returns the exit code: 0 done, 1 the answer is no, 2 wrong use or unreadable input */
  run(call: Call): Promise<number>;
}

interface CommandSpec<Options extends z.ZodObject> {
  readonly name: string;
  readonly group: string;
  readonly summary: string;
  readonly details?: readonly string[];
  readonly words?: readonly Word[];
  /** One field a flag: `receivedAt: z.string().describe('…')` becomes `--received-at TEXT`. */
  readonly options: Options;
  run(call: Call<z.output<Options>>): Promise<number>;
}

/** For commands written by hand; those of actions are made by `createCommands`. */
export function defineCommand<Options extends z.ZodObject>(spec: CommandSpec<Options>): Command {
  const { name, group, summary, details = [], words = [], options } = spec;
  return {
    name,
    group,
    summary,
    details,
    words,
    fields: () => inputFields(options),
    run: async (call) => spec.run({ ...call, options: parseInput(options, call.options) as z.output<Options> }),
  };
}
