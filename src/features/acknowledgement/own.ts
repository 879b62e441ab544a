// What one person is asked, how far they have come, and the exact words that they would confirm.
import { sha256 } from '#kernel/canonical.ts';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { rolesOf } from '#features/people/index.ts';
import { readRegister } from '#features/references/index.ts';
import { schoolRow } from '#features/schools/index.ts';
import type { Kind } from './groups.ts';
import { asksOf, standings, type Ask, type Asked } from './load.ts';
import { responsibilitiesOf } from './own-responsibilities.ts';
import { readWith, type Reference } from './read-with.ts';
import { statementOf, statementText, type Statement } from './statement.ts';

export interface OwnAsk {
  readonly ask: Ask;
  /** Undefined for somebody whom the policy does not ask. */
  readonly asked: Asked | undefined;
}

/** The version in force first, and the next one once that is done. */
export async function ownAsks(context: Context, personId: string): Promise<OwnAsk[]> {
  const asks = await asksOf(context);
  return Promise.all(asks.map(async (ask) => ({ ask, asked: (await standings(context, ask, personId))[0] })));
}

/** What somebody should read now: the first that they have not confirmed; else the version in force. */
export const firstOpen = (own: readonly OwnAsk[]): OwnAsk | undefined =>
  own.find(({ asked }) => asked !== undefined && asked.standing.state !== 'confirmed') ?? own[0];

/** @throws where this version is not asked of this person today: another is, or nobody asks them */
export async function askedFor(
  context: Context,
  personId: string,
  versionId: string,
): Promise<{ ask: Ask; asked: Asked }> {
  const own = await ownAsks(context, personId);
  const found = own.find(({ ask }) => ask.basis.version.id === versionId);
  if (!found) {
    throw fail.conflict({
      code: 'another-version',
      message: 'Another version of the policy is asked for now. What you had open was not confirmed.',
      remedy: 'Open “Read and sign” again: it shows the version that counts.',
    });
  }
  if (!found.asked) throw notAsked();
  return { ask: found.ask, asked: found.asked };
}

/** @throws for somebody whom this version does not ask */
export async function mustBeAsked(context: Context, ask: Ask, personId: string): Promise<void> {
  if ((await standings(context, ask, personId)).length === 0) throw notAsked();
}

const notAsked = () =>
  fail.conflict({
    code: 'not-asked',
    message: 'The policy does not ask this person to confirm it.',
    remedy: 'There is nothing to do. It can be read all the same.',
  });

/** @throws where it has been confirmed already */
export async function openFor(
  context: Context,
  personId: string,
  versionId: string,
): Promise<{ ask: Ask; asked: Asked }> {
  const found = await askedFor(context, personId, versionId);
  if (found.asked.standing.state !== 'confirmed') return found;
  throw fail.conflict({
    code: 'confirmed-already',
    message: 'This has been confirmed already.',
    remedy: 'There is nothing left to do: it stays as it is.',
  });
}

export interface Worded {
  /** Documents that are read with the policy and confirmed with it. */
  readonly references: readonly Reference[];
  readonly statement: Statement;
  readonly text: string;
  readonly textSha256: string;
}

interface Wording {
  readonly kind: Kind;
  /** Null for words on a sheet that many sign: nobody’s own responsibilities stand on it. */
  readonly personId: string | null;
  /** The policy by itself, without the documents that are read with it. */
  readonly alone?: boolean;
}

export async function wordsFor(
  context: Context,
  ask: Ask,
  { kind, personId, alone = false }: Wording,
): Promise<Worded> {
  const { db, scopeId } = context;
  const { basis, document, today } = ask;
  const [school, read, roles] = await Promise.all([
    schoolRow(db, scopeId),
    alone ? { entered: [], notEntered: [] } : readRegister(context, document).then(readWith),
    personId === null ? [] : rolesOf(db, scopeId, personId, today),
  ]);
  const { n, effective_on: effectiveOn, sha256: digest } = basis.version;
  const statement = statementOf({
    document,
    school: school?.name ?? document.school,
    version: { n, effectiveOn, sha256: digest },
    kind,
    responsibilities: responsibilitiesOf(roles),
    readWith: read,
  });
  const text = statementText(statement);
  return { references: read.entered, statement, text, textSha256: sha256(text) };
}
