// For the system administrator: what runs, what failed and why, how much room is taken, and what to look after next.
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import { saySize } from './say-size.ts';
import type { Actions, PageServerLoad } from './$types';

const PLACE = '/school/operation';

/** Backups that are listed. */
const SHOWN = 5;
const DOES = { 'pages-and-jobs': 'Pages and jobs', pages: 'Pages', jobs: 'Jobs' } as const;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, gatepost } = event.locals;
    const now = nowOf(event);
    const moment = (at: string) => sayMoment(at, ZONE, now);
    const [operation, mail] = await Promise.all([api.operation.read({}), api.mail.showServer({})]);
    const { jobs, troubled, versions, storage, processes } = operation;
    // What there is once is the first school's: only there are versions told.
    const backups = versions === null ? null : await api.operation.readBackups({});
    const disk = processes.toSorted((one, other) => one.diskFree - other.diskFree)[0];
    const certificate = processes.find((one) => one.certificateEndsAt !== null || one.certificateTrouble !== null);
    return {
      said: saidIn(event.url),
      jobs,
      troubled: troubled.map((one) => ({
        ...one,
        what: gatepost.registry.jobs.get(one.job)?.summary ?? one.job,
        when: one.state === 'failed' ? `Last tried ${moment(one.at)}` : `Is tried again ${moment(one.at)}`,
      })),
      mail: { waiting: mail.waiting, since: mail.oldestDue && moment(mail.oldestDue), failing: mail.failing?.message },
      backups: backups && {
        worry: backups.worry,
        plan: backups.plan,
        newest: backups.newest.slice(0, SHOWN).map(({ id, endedAt, outcome, bytes, isEncrypted, problem }) => ({
          id,
          at: moment(endedAt),
          isGood: outcome === 'good',
          size: saySize(bytes),
          isEncrypted,
          problem,
        })),
      },
      room: [
        ...(disk
          ? [{ name: 'Free', value: `${saySize(disk.diskFree)} of ${saySize(disk.diskTotal)}, on ${disk.host}` }]
          : []),
        ...(storage.database === null ? [] : [{ name: 'Database', value: saySize(storage.database) }]),
        { name: 'Pictures of this school', value: saySize(storage.pictures) },
        ...(storage.allPictures === null
          ? []
          : [{ name: 'Pictures of all schools', value: saySize(storage.allPictures) }]),
      ],
      versions: versions && [
        { name: 'Gatepost', value: [...new Set(processes.map((one) => one.gatepost))].join(', ') },
        { name: 'Node', value: [...new Set(processes.map((one) => one.node))].join(', ') },
        { name: 'PostgreSQL', value: versions.postgresql },
        { name: 'Schema', value: versions.schema },
      ],
      address: {
        origin: gatepost.origin,
        ends: certificate?.certificateEndsAt ? moment(certificate.certificateEndsAt) : null,
        trouble: certificate?.certificateTrouble ?? null,
      },
      processes: processes.map(({ id, does, host, startedAt }) => ({
        id,
        does: DOES[does],
        host,
        since: moment(startedAt),
      })),
    };
  });

export const actions: Actions = {
  retry: (event) =>
    done(event, async ({ jobId }) => {
      await event.locals.api.operation.retryJob({ jobId: String(jobId) });
      backTo(PLACE, 'job-retried');
    }),
  plan: (event) =>
    done(event, async ({ dailyAt, recipients, ...rest }) => {
      await event.locals.api.operation.setBackupPlan({
        ...rest,
        dailyAt: dailyAt === '' ? null : dailyAt,
        recipients: String(recipients ?? '')
          .split(/\s+/)
          .filter((one) => one !== ''),
      } as never);
      backTo(PLACE, 'saved');
    }),
  backUp: (event) =>
    done(event, async () => {
      await event.locals.api.operation.backUpNow({});
      backTo(PLACE, 'backup-asked');
    }),
  giveUp: (event) =>
    done(event, async ({ jobId }) => {
      await event.locals.api.operation.giveUpJob({ jobId: String(jobId) });
      backTo(PLACE, 'job-given-up');
    }),
};
