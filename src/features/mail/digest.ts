// The digest: whose is due now, and asking for it where there is something to tell.
import type { Context } from '#kernel/context.ts';
import { schoolCalendar, schoolDay, SCHOOL_ZONE } from '#features/schools/index.ts';
import { dayOf } from '#features/people/index.ts';
import { digestReaders, takeDigest, untoldNotices } from './digest-queries.ts';
import { DEFAULT_CHOICE, digestIsDue } from './digest-time.ts';
import { queueMail } from './queue.ts';
import { serverInUse } from './server-queries.ts';

/** A notice older than this is no news. */
const NEWS_DAYS = 7;

/** @returns ids of people; none where no mail server is set */
export async function digestsDue({ db, scopeId, at }: Context): Promise<string[]> {
  if (!(await serverInUse(db))) return [];
  const readers = await digestReaders(db, scopeId, dayOf(at));
  if (readers.length === 0) return [];
  const local = at.toZonedDateTimeISO(SCHOOL_ZONE);
  const today = schoolDay(local.toPlainDate(), await schoolCalendar(db, scopeId));
  // Where nobody has entered terms so far, weekdays are school days.
  const isSchoolDay = today.open || (today.because === 'beyond-terms' && local.dayOfWeek < 6);
  return readers
    .filter(({ digest, digest_at, school_days_only, digest_on }) => {
      const chosen = {
        digest: digest === 'off' ? ('off' as const) : DEFAULT_CHOICE.digest,
        at: digest_at ?? DEFAULT_CHOICE.at,
        schoolDaysOnly: school_days_only ?? DEFAULT_CHOICE.schoolDaysOnly,
      };
      return digestIsDue(chosen, digest_on, local, isSchoolDay);
    })
    .map(({ person_id }) => person_id);
}

/** Once a day for each person, however often it is asked. @returns whether a mail was asked for */
export async function queueDigest(
  context: Context,
  personId: string,
  duties: { readonly waiting: number; readonly overdue: number },
): Promise<boolean> {
  const { db, scopeId, at } = context;
  const today = dayOf(at);
  if (!(await takeDigest(db, scopeId, personId, today))) return false;
  const since = at.subtract({ hours: NEWS_DAYS * 24 }).toString();
  const notices = await untoldNotices(db, scopeId, personId, since);
  if (duties.waiting === 0 && notices.length === 0) return false;
  const asked = await queueMail(context, {
    to: { personId },
    template: 'digest',
    facts: { ...duties, notices },
    key: `digest:${personId}:${today}`,
  });
  return asked === 'queued';
}
