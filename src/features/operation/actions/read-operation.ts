// What runs, what failed, how much room is taken, and which versions these are.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { systemAdministrators } from '#features/schools/index.ts';
import { countJobs, readSizes, runningProcesses, troubledJobs } from '../queries.ts';
import { SILENT_AFTER } from '../state.ts';
import { troubleInWords } from '../trouble-in-words.ts';

const count = z.int().min(0);

export const readOperation = defineAction({
  name: 'operation.read',
  kind: 'read',
  summary: 'Say what runs, what failed, how much room is taken and which versions these are.',
  route: 'GET /operation',
  scope: 'school',
  who: systemAdministrators,
  input: z.object({}),
  output: z.object({
    jobs: z.object({ running: count, failed: count, retrying: count, planned: count, waiting: count }),
    troubled: z.array(
      z.object({
        id: z.string(),
        job: z.string(),
        isOwn: z.boolean(),
        state: z.enum(['failed', 'retrying']),
        /** When it is tried next, or was last, where it is tried no more. */
        at: z.string(),
        attempts: count,
        maxAttempts: count,
        trouble: z.string(),
      }),
    ),
    /** Null where it is not this school's to know. */
    versions: z.object({ postgresql: z.string(), schema: z.string() }).nullable(),
    storage: z.object({
      database: z.number().nullable(),
      pictures: z.number(),
      allPictures: z.number().nullable(),
    }),
    processes: z.array(
      z.object({
        id: z.string(),
        does: z.enum(['pages-and-jobs', 'pages', 'jobs']),
        gatepost: z.string(),
        node: z.string(),
        host: z.string(),
        startedAt: z.string(),
        seenAt: z.string(),
        diskFree: z.number(),
        diskTotal: z.number(),
        certificateEndsAt: z.string().nullable(),
        certificateTrouble: z.string().nullable(),
      }),
    ),
  }),
  controls: ['operation.watch'],
}).handle(async ({ db, at, now }) => {
  const [jobs, troubled, sizes, processes] = await Promise.all([
    countJobs(db, now),
    troubledJobs(db, now),
    readSizes(db),
    runningProcesses(db, at.subtract(SILENT_AFTER).toString()),
  ]);
  const { serverVersion, schemaVersion } = sizes;
  return {
    jobs,
    troubled: troubled.map(({ id, task, isOwn, state, runAt, attempts, maxAttempts, lastError }) => ({
      id,
      job: task,
      isOwn,
      state: state === 'failed' ? ('failed' as const) : ('retrying' as const),
      at: runAt,
      attempts,
      maxAttempts,
      trouble: troubleInWords(lastError),
    })),
    versions:
      serverVersion === null || schemaVersion === null
        ? null
        : { postgresql: serverVersion, schema: schemaVersion.replace(/\.sql$/, '') },
    storage: { database: sizes.databaseBytes, pictures: sizes.ownPictureBytes, allPictures: sizes.pictureBytes },
    processes,
  };
});
