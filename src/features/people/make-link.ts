// Makes the personal link with which somebody joins or sets a new password, and tells those who should know.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { opensElsewhere } from './access-queries.ts';
import { isHeldOn } from './days.ts';
import { insertInvitation, withdrawLinks } from './link-queries.ts';
import { notify, notifyDeciders } from './notify.ts';
import { ASKED_MINUTES, INVITATION_DAYS, newSecret, RECOVERY_HOURS } from './one-time-link.ts';
import { personName } from './person.ts';
import { isWorkingType } from './person-types.ts';
import { personRow, typeRows } from './queries.ts';
import { isDeciding } from './responsibilities.ts';
import { grantsOf } from './responsibility-queries.ts';

export interface MadeLink {
  readonly invitationId: string;
  readonly token: string;
  readonly email: string;
  readonly expiresAt: string;
}

export interface LinkOptions {
  /** Who asked, where it is not whoever acts. */
  readonly askedBy?: string | null;
  /** Its holder asked for it at the sign-in page: it is short-lived, and takes no second factor away. */
  readonly selfAsked?: boolean;
  /** It goes to its holder by mail, which tells them of it; else they are told by a mail of its own. */
  readonly byMail?: boolean;
}

/** A new link takes the place of any older one of that person; one asked for at the sign-in page, only of another such. */
export async function makeLink(
  context: Context,
  personId: string,
  purpose: 'join' | 'recover',
  { askedBy, selfAsked = false, byMail = false }: LinkOptions = {},
): Promise<MadeLink> {
  const { db, scopeId, at, now, newId, actor } = context;
  const today = dayOf(at);
  const [person, types, grants] = await Promise.all([
    personRow(db, scopeId, personId),
    typeRows(db, scopeId, personId),
    grantsOf(db, scopeId, personId),
  ]);
  if (!person || (person.ended_on !== null && person.ended_on < today)) throw fail.notFound('person');
  requireReady(
    purpose,
    person,
    types.some((type) => isWorkingType(type.type) && (type.ends_on === null || type.ends_on >= today)),
  );
  if (purpose === 'recover' && !selfAsked && actor.kind !== 'operator')
    await requireOursAlone(context, person.login_id!);
  // Anybody may say at the sign-in page that they are locked out: it must not undo the link that a colleague has handed over.
  await withdrawLinks(db, scopeId, personId, now, selfAsked ? 'self-asked' : 'all');
  const { secret, sha256 } = newSecret();
  const minutes = selfAsked ? ASKED_MINUTES : (purpose === 'join' ? INVITATION_DAYS * 24 : RECOVERY_HOURS) * 60;
  const expiresAt = at.add({ minutes }).toString();
  const invitationId = newId();
  const createdBy = askedBy ?? (actor.kind === 'person' ? actor.personId : null);
  await insertInvitation(
    db,
    scopeId,
    { id: invitationId, personId, purpose, tokenSha256: sha256, createdBy, expiresAt, selfAsked },
    now,
  );
  const decides = grants.some(
    (held) => isDeciding(held.responsibility) && (isHeldOn(held, today) || held.starts_on > today),
  );
  await tellOfLink(context, personId, { purpose, selfAsked, byMail, decides, name: personName(person) });
  context.remark({ people: [personId] });
  return { invitationId, token: secret, email: person.email, expiresAt };
}

interface Told {
  readonly purpose: 'join' | 'recover';
  readonly selfAsked: boolean;
  readonly byMail: boolean;
  readonly decides: boolean;
  readonly name: string;
}

/** The person hears of a link that somebody made for them, and those who decide hear of one for any of them. */
async function tellOfLink(context: Context, personId: string, told: Told): Promise<void> {
  const { purpose, selfAsked, byMail, decides, name } = told;
  const [kind, href] = ['people.link-made', `/people/${personId}`];
  if (purpose === 'recover' && !selfAsked) {
    const text =
      'A link to set a new password was made for you. If you did not ask for it, tell the headteacher at once.';
    await notify(context, [personId], { kind, text, href, ...(byMail ? {} : { atOnce: true }) });
  }
  if (purpose === 'join' && decides)
    await notifyDeciders(context, personId, { kind, text: `${name} was invited to join.`, href });
  if (purpose === 'recover' && (decides || !selfAsked)) {
    const text = selfAsked
      ? `A link to set a new password was asked for at the sign-in page and sent to the address of ${name}.`
      : `A link to set a new password was made for ${name}.`;
    await notifyDeciders(context, personId, { kind, text, href });
  }
}

function requireReady(
  purpose: 'join' | 'recover',
  person: { readonly login_id: string | null; readonly email: string },
  works: boolean,
): void {
  if (purpose === 'join' && person.login_id !== null) {
    throw fail.conflict({
      code: 'already-joined',
      message: 'This person can sign in already.',
      remedy: 'If they have lost their password, make a recovery link.',
    });
  }
  if (purpose === 'recover' && person.login_id === null) {
    throw fail.conflict({
      code: 'not-joined',
      message: 'This person has not joined yet.',
      remedy: 'Invite them instead.',
    });
  }
  if (!works) {
    throw fail.invalid({
      code: 'not-a-colleague',
      message: 'Only people who work for the school sign in.',
      remedy: 'First enter them as a member of staff, governor, volunteer or contractor.',
    });
  }
  if (person.email === '') {
    throw fail.invalid({
      code: 'no-address',
      message: 'This person has no e-mail address here, and people sign in with their own.',
      remedy: 'Enter their own address first.',
    });
  }
}

/** One login serves every school and the trust: whoever sets its password here would be let in there too. */
async function requireOursAlone({ db, scopeId, now }: Context, loginId: string): Promise<void> {
  if (!(await opensElsewhere(db, scopeId, loginId, now))) return;
  throw fail.conflict({
    code: 'belongs-elsewhere',
    message:
      'This person also belongs to another school or acts for the trust, and signs in there with the same password.',
    remedy:
      'They can ask for a link themselves at the sign-in page, where mail is set. Otherwise whoever runs the machine makes one there: gatepost person recover.',
  });
}
