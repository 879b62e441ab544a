// The modules of a school: those that Gatepost brings, each replaced by the school's own edition where there is one, and the school's own.
import { canonicalText, sha256 } from '#kernel/canonical.ts';
import type { Context, Db } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { Lesson } from './lesson.ts';
import { isPlatformModule, RUNNING_MODULES } from './module-id.ts';
import { keepStarting, moduleRows, type ModuleRow } from './module-queries.ts';
import { startingModules } from './starting/modules.ts';
import type { StartingModule } from './starting/module.ts';

export interface Module extends Omit<ModuleRow, 'writtenAt'> {
  /** Gatepost brought it; the school may have changed it since. */
  readonly started: boolean;
  /** Null until the school keeps an edition of its own. */
  readonly writtenAt: string | null;
}

const STARTING_ORDER = [...startingModules.keys()];

/** In the order in which one learns them; the school's own last. @param ids only these */
export async function modulesOf(db: Db, schoolId: string, ids?: readonly string[]): Promise<Module[]> {
  const kept = await moduleRows(db, schoolId, ids);
  const known = new Set(kept.map(({ moduleId }) => moduleId));
  const brought = [...startingModules.values()]
    .filter(({ id }) => !known.has(id) && (ids === undefined || ids.includes(id)))
    .map(asModule);
  return [...kept.map((row) => ({ ...row, started: startingModules.has(row.moduleId) })), ...brought].toSorted(
    (one, other) => place(one) - place(other) || one.title.localeCompare(other.title),
  );
}

const place = ({ moduleId }: Module): number => {
  const at = STARTING_ORDER.indexOf(moduleId);
  return at < 0 ? STARTING_ORDER.length : at;
};

/** @throws not-found */
export async function moduleOf(db: Db, schoolId: string, id: string): Promise<Module> {
  const [module] = await modulesOf(db, schoolId, [id]);
  if (!module) throw fail.notFound('module');
  return module;
}

export const lessonDigest = ({ title, summary, words, video, document, questions, passMark }: Lesson): string =>
  sha256(
    canonicalText({
      title,
      summary,
      words,
      video,
      document,
      passMark,
      questions: questions.map(({ ask, answers, right }) => ({ ask, answers, right })),
    }),
  );

const firstEdition = (lesson: StartingModule) => ({
  moduleId: lesson.id,
  n: 1,
  title: lesson.title,
  summary: lesson.summary,
  words: lesson.words,
  video: lesson.video,
  document: lesson.document,
  questions: lesson.questions,
  passMark: lesson.passMark,
  sha256: lessonDigest(lesson),
  note: '',
  writtenBy: null,
});

const asModule = (lesson: StartingModule): Module => ({
  ...firstEdition(lesson),
  started: true,
  writtenAt: null,
  countsFrom: 1,
  countsSince: null,
  neededToRun: false,
  repeatMonths: null,
  ownerId: null,
  retiredAt: null,
});

/** Once something hangs on a module, its words stay with the school, whatever a later Gatepost brings. */
export const keepModules = async (
  { db, scopeId, now }: Pick<Context, 'db' | 'scopeId' | 'now'>,
  modules: readonly Module[],
): Promise<void> =>
  keepStarting(
    db,
    scopeId,
    modules
      .filter(({ writtenAt }) => writtenAt === null)
      .map(({ moduleId }) => firstEdition(startingModules.get(moduleId)!)),
    now,
  );

/** Nobody writes for an account before it: by what Gatepost brings, or because the school says so. */
export const comesBeforeRunning = ({ moduleId, neededToRun }: Pick<Module, 'moduleId' | 'neededToRun'>): boolean =>
  neededToRun || (RUNNING_MODULES as readonly string[]).includes(moduleId);

/** What is learned about a place once is not forgotten; everything else is repeated as the policy says. */
export const monthsOf = (
  { moduleId, repeatMonths }: Pick<Module, 'moduleId' | 'repeatMonths'>,
  policyMonths: number | null,
): number | null => repeatMonths ?? (isPlatformModule(moduleId) ? null : policyMonths);
