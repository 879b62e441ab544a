// Statements about invitations, recovery links, access tokens and notices.
import type { Db } from '#kernel/context.ts';

export interface NewInvitation {
  readonly id: string;
  readonly personId: string;
  readonly purpose: 'join' | 'recover';
  readonly tokenSha256: string;
  readonly createdBy: string | null;
  readonly expiresAt: string;
  readonly selfAsked: boolean;
}

export async function insertInvitation(
  db: Db,
  schoolId: string,
  invitation: NewInvitation,
  now: string,
): Promise<void> {
  await db
    .insertInto('invitation')
    .values({
      school_id: schoolId,
      id: invitation.id,
      person_id: invitation.personId,
      purpose: invitation.purpose,
      token_sha256: invitation.tokenSha256,
      created_by: invitation.createdBy,
      created_at: now,
      expires_at: invitation.expiresAt,
      self_asked: invitation.selfAsked,
    })
    .execute();
}

export const invitationRow = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('invitation')
    .select(['id', 'person_id', 'purpose', 'created_by', 'expires_at', 'used_at', 'withdrawn_at', 'self_asked'])
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .executeTakeFirst();

/** The newest link of a person. */
export const newestInvitation = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('invitation')
    .select(['id', 'purpose', 'created_at', 'expires_at', 'used_at', 'withdrawn_at'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/**
 * @param which only those that were asked for at the sign-in page, or all
 * @returns how many links of this person stopped working
 */
export const withdrawLinks = async (
  db: Db,
  schoolId: string,
  personId: string,
  now: string,
  which: 'all' | 'self-asked' = 'all',
): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .$if(which === 'self-asked', (links) => links.where('self_asked', '=', true))
    .executeTakeFirst();
  return Number(numUpdatedRows);
};

/** Uses a link up. @returns nothing when it was used, withdrawn or too old: of two at once, one wins */
export const spendLink = (db: Db, schoolId: string, id: string, now: string) =>
  db
    .updateTable('invitation')
    .set({ used_at: now })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['person_id', 'created_by'])
    .executeTakeFirst();

export interface NewToken {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly tokenSha256: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
}

export async function insertToken(db: Db, schoolId: string, token: NewToken, now: string): Promise<void> {
  await db
    .insertInto('access_token')
    .values({
      school_id: schoolId,
      id: token.id,
      person_id: token.personId,
      name: token.name,
      token_sha256: token.tokenSha256,
      scopes: [...token.scopes],
      created_at: now,
      expires_at: token.expiresAt,
    })
    .execute();
}

export const tokenRows = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('access_token')
    .select(['id', 'name', 'scopes', 'created_at', 'expires_at', 'revoked_at'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .execute();

export const revokeTokenOf = async (
  db: Db,
  schoolId: string,
  personId: string,
  id: string,
  now: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('access_token')
    .set({ revoked_at: now })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export interface NewNotice {
  readonly id: string;
  readonly personId: string;
  readonly kind: string;
  readonly about: { readonly text: string; readonly href: string };
}

export async function insertNotices(
  db: Db,
  schoolId: string,
  notices: readonly NewNotice[],
  now: string,
): Promise<void> {
  if (notices.length === 0) return;
  await db
    .insertInto('notice')
    .values(
      notices.map(({ id, personId, kind, about }) => ({
        school_id: schoolId,
        id,
        person_id: personId,
        kind,
        about: JSON.stringify(about),
        at: now,
      })),
    )
    .execute();
}

export const noticeRows = (db: Db, schoolId: string, personId: string, limit: number) =>
  db
    .selectFrom('notice')
    .select(['id', 'kind', 'about', 'at', 'read_at'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

export const unreadCount = async (db: Db, schoolId: string, personId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
};

export const markRead = (db: Db, schoolId: string, personId: string, upTo: string, now: string) =>
  db
    .updateTable('notice')
    .set({ read_at: now })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where('at', '<=', upTo)
    .execute();
