// Training in the demo: an INSET afternoon, rules confirmed each term, a module given to everybody that two have not done, and an update.
import { startingModules } from '#features/training/starting/modules.ts';
import { confirmRules } from './confirm-rules.ts';
import type { DemoSchool, Scene } from './school.ts';
import { schoolYearAround, type When } from './school-days.ts';
import type { Stage } from './stage.ts';

export function trainingScenes(school: DemoSchool, stage: Stage, when: When): Scene[] {
  const head = school.people.find(({ responsibilities }) => responsibilities?.includes('headteacher'))!;
  const writers = [...new Set(school.accounts.flatMap(({ authors, runners }) => [...authors, ...runners]))];
  const rules = async () => {
    for (const key of writers) await confirmRules((await stage.as(key)).accounts);
  };
  const record = async (by: string, title: string, moduleIds: readonly string[], keys: readonly string[]) =>
    (await stage.as(by)).training.recordSession({
      title,
      heldOn: when.dateBack(30),
      ledBy: head.name,
      moduleIds: [...moduleIds],
      attended: await Promise.all(keys.map((key) => stage.personId(key))),
      sheet: 'School office, folder “INSET”',
    });
  return [
    {
      at: when.schoolDay(30, '13:00'),
      async play() {
        const colleagues = [school.first, ...school.people.filter(({ outside }) => outside !== true)];
        const taught = async (title: string, moduleIds: readonly string[], keys: readonly string[]) => {
          // Nobody puts their own training on record: whoever set the school up does it for the head.
          const byHead = keys.filter((key) => key !== head.key);
          await record(head.key, title, moduleIds, byHead);
          if (byHead.length < keys.length) await record(school.first.key, title, moduleIds, [head.key]);
        };
        const forWriters = [...startingModules.keys()].filter((id) => /^(runner-role|platform-.*)$/.test(id));
        await taught(
          'INSET afternoon: our policy',
          ['policy'],
          colleagues.map(({ key }) => key),
        );
        await taught('INSET afternoon: writing for the school', forWriters, writers);
        await rules();
      },
    },
    ...termsBegun(when).map((day) => ({ at: day, play: rules })),
    {
      at: when.schoolDay(20, '08:30'),
      async play() {
        const { training } = await stage.as(head.key);
        const moduleId = 'privacy-self-protection';
        await training.assign({ moduleId, target: 'all', dueOn: when.dateAhead(8) });
      },
    },
    {
      at: when.schoolDay(12, '15:45'),
      async play() {
        for (const { key } of [school.first, ...learnersOf(school)]) {
          const { training } = await stage.as(key);
          const moduleId = 'privacy-self-protection';
          const answers = startingModules.get(moduleId)!.questions.map(({ right }) => right);
          await training.complete({ moduleId, edition: 1, answers });
        }
      },
    },
    {
      at: when.schoolDay(6, '08:20'),
      async play() {
        const { training } = await stage.as(head.key);
        const { guidanceId } = await training.writeGuidance({
          kind: 'update',
          title: 'Comments on our pages are looked at twice a day',
          words:
            'From this week on, comments under our posts are looked at before school and at three.\n\n- If you see one that worries you in between, hide it and tell the office.\n- Do not answer from your own account.',
          target: 'runners',
        });
        const { issueId } = await training.issueGuidance({ guidanceId });
        for (const key of writers.slice(0, -1)) await (await stage.as(key)).training.markRead({ issueId });
      },
    },
  ];
}

/** Everybody who signs in but the last two of whom no decision waits. */
function learnersOf({ people }: DemoSchool) {
  const late = people.filter((one) => !one.outside && !one.responsibilities?.length).slice(-2);
  return people.filter((one) => !one.outside && !late.includes(one));
}

/** Mornings on which a term began since the demo did: what holds for a term is confirmed anew. */
function termsBegun(when: When): Temporal.Instant[] {
  const now = when.minutesAgo(0);
  return schoolYearAround(now, { opens: '08:45', closes: '15:30' })
    .terms.map(({ starts }) => starts)
    .filter((starts) => starts > when.dateBack(30) && starts < when.dateAhead(1))
    .map((starts) => Temporal.PlainDate.from(starts).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '07:15' }))
    .map((morning) => morning.toInstant())
    .filter((morning) => Temporal.Instant.compare(morning, now) < 0);
}
