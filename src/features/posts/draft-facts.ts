// From a saved version to what is checked and what would go out: one place that gathers, so that every door sees the same.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import { accountsForPosting, type PostingAccount } from '#features/accounts/index.ts';
import { peopleByIds, personName } from '#features/people/index.ts';
import { settings } from '#features/policy/index.ts';
import { schoolRow } from '#features/schools/index.ts';
import { mediaByIds } from '#features/media/index.ts';
import type { Content, Details, Statements } from './content.ts';
import { detailsSchema, statementsSchema } from './content.ts';
import { outgoing, type Endings, type Outgoing } from './payload.ts';
import { authorRows, pictureRows, variantRows, versionRow } from './queries.ts';

export interface Picture {
  readonly mediaId: string;
  readonly sha256: string;
  readonly alt: string;
  readonly showsChildren: 'not-said' | 'no' | 'yes';
  readonly width: number;
  readonly height: number;
  readonly originalName: string;
  readonly quarantined: boolean;
}

/** A post's present words with everything around them that deciding needs. */
export interface Draft {
  readonly content: Content & { readonly details: Details; readonly statements: Statements };
  readonly wantedAt: string | null;
  readonly accounts: readonly PostingAccount[];
  readonly pictures: readonly Picture[];
  readonly authors: readonly string[];
  /** Whoever wrote these words: they must be ready to write for its accounts. */
  readonly writer: string;
  /** Whoever began the post: signs it. */
  readonly signer: { readonly id: string; readonly name: string; readonly jobTitle: string; readonly signOff: string };
  readonly schoolName: string;
  readonly zone: string;
}

/** What is saved of a post in its present version. */
export async function savedDraft(
  context: Context,
  post: { id: string; version_id: string; opened_by: string },
): Promise<Draft> {
  const { db, scopeId } = context;
  const [version, variants, pictures, authors] = await Promise.all([
    versionRow(db, scopeId, post.version_id),
    variantRows(db, scopeId, post.version_id),
    pictureRows(db, scopeId, post.version_id),
    authorRows(db, scopeId, post.id),
  ]);
  const content: Content = {
    words: version.words,
    accounts: variants.map((variant) => ({ accountId: variant.account_id, words: variant.words })),
    category: version.category,
    objective: version.objective,
    details: detailsSchema.parse(version.details),
    statements: statementsSchema.parse(version.statements),
    wantedAt: version.wanted_at,
    emergency: version.emergency,
    emergencyReason: version.emergency_reason,
    pictures: pictures.map((picture) => ({
      mediaId: picture.media_id,
      alt: picture.alt,
      showsChildren: picture.shows_children as 'not-said',
    })),
  };
  return gathered(context, {
    content,
    wantedAt: version.wanted_at,
    authors: authors.map((author) => author.person_id),
    writer: version.edited_by,
    signerId: post.opened_by,
    pictures: pictures.map((picture) => ({
      mediaId: picture.media_id,
      sha256: picture.sha256,
      alt: picture.alt,
      showsChildren: picture.shows_children as 'not-said',
      width: picture.width,
      height: picture.height,
      originalName: picture.original_name,
      quarantined: picture.quarantined_at !== null,
    })),
  });
}

/** The same of words that are still being typed. */
export async function typedDraft(context: Context, content: Content, wantedAt: string | null): Promise<Draft> {
  const media = await mediaByIds(
    context.db,
    context.scopeId,
    content.pictures.map((picture) => picture.mediaId),
  );
  const pictures = content.pictures.map((picture): Picture => {
    const found = media.find((one) => one.id === picture.mediaId);
    if (!found) throw fail.notFound('picture');
    return {
      ...picture,
      sha256: found.sha256,
      width: found.width,
      height: found.height,
      originalName: found.originalName,
      quarantined: found.quarantined,
    };
  });
  return gathered(context, {
    content,
    wantedAt,
    authors: [context.personId],
    writer: context.personId,
    signerId: context.personId,
    pictures,
  });
}

async function gathered(
  { db, scopeId }: Context,
  given: Pick<Draft, 'content' | 'wantedAt' | 'authors' | 'writer' | 'pictures'> & { signerId: string },
): Promise<Draft> {
  const { signerId, ...rest } = given;
  const [accounts, [signer], school] = await Promise.all([
    accountsForPosting(
      db,
      scopeId,
      given.content.accounts.map((account) => account.accountId),
    ),
    peopleByIds(db, scopeId, [signerId]),
    schoolRow(db, scopeId),
  ]);
  if (!signer || !school) throw fail.notFound('post');
  return {
    ...rest,
    accounts,
    signer: { id: signerId, name: personName(signer), jobTitle: signer.job_title, signOff: signer.sign_off },
    schoolName: school.name,
    zone: school.zone,
  };
}

/** How somebody signs; empty where nothing is asked for, or there is nothing to sign with. */
export function signatureOf(
  { name, jobTitle, signOff }: Omit<Draft['signer'], 'id'>,
  wanted: 'none' | 'role' | 'name-and-role',
): string {
  if (wanted === 'none') return '';
  if (wanted === 'role') return jobTitle;
  return signOff || (jobTitle === '' ? '' : `${name}, ${jobTitle}`);
}

/** What the policy adds under the words; `signOff` null = asked for, and there is nothing to sign with. */
export function endingsOf(draft: Draft, policy: PolicyInForce): Endings & { readonly missing: boolean } {
  const { value: wanted } = policy.ruling(settings.post.signOff);
  const { signer, content } = draft;
  const signOff = signatureOf(signer, wanted);
  const disclaims = content.statements.ownVoice && policy.ruling(settings.post.ownVoiceDisclaimer).value;
  return {
    signOff,
    disclaimer: disclaims ? policy.ruling(settings.post.disclaimerText).value : '',
    missing: wanted !== 'none' && signOff === '',
  };
}

/** What would go out of it, with what the policy adds. */
export const outgoingOf = (draft: Draft, policy: PolicyInForce): Outgoing =>
  outgoing(
    {
      accounts: draft.content.accounts,
      words: draft.content.words,
      pictures: draft.pictures,
      wantedAt: draft.wantedAt,
    },
    endingsOf(draft, policy),
  );
