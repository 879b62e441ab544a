// People who leave on a day: by a list or by ticks, seen first, and undone until then.
import { error } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { may } from '#surfaces/web/may.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { done, nowOf, wrong, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const MOST_BYTES = 2_000_000;
/** More are in a list, not in ticks. */
const PAGES = 6;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const { api, actor, gatepost } = locals;
    if (!may(gatepost.registry, actor, 'people.endMany')) error(403);
    const today = dayIn(nowOf(event), ZONE);
    const { people: leaving } = await api.people.listLeaving({});
    const gone = new Set(leaving.map(({ id }) => id));
    const staff = await staffOf(event);
    return {
      said: saidIn(url),
      today,
      leaving: leaving.map((one) => ({ ...one, said: sayDay(one.lastDay, today) })),
      staff: staff.filter(({ id }) => !gone.has(id) && !(actor.kind === 'person' && actor.personId === id)),
      responsibilities: gatepost.words.responsibilities,
    };
  });

async function staffOf({ locals }: Pick<RequestEvent, 'locals'>) {
  const found: { id: string; name: string; jobTitle: string }[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { people, next } = await locals.api.people.list({ type: 'staff', ...(after === undefined ? {} : { after }) });
    found.push(...people);
    if (next === null) break;
    after = next;
  }
  return found;
}

type Input = Record<string, unknown>;
type List = Parameters<RequestEvent['locals']['api']['people']['previewLeavers']>[0];

/** What was handed in: a file, pasted lines, or ticks with a day. */
async function handedIn(input: Input, form: FormData): Promise<List | ReturnType<typeof wrong>> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    if (file.size > MOST_BYTES)
      return wrong('file', 'This file is larger than 2 MB, which no list of leavers is.', input);
    return { base64: Buffer.from(await file.arrayBuffer()).toString('base64') };
  }
  const pasted = String(input['pasted'] ?? '');
  if (pasted.trim() !== '') return { text: pasted };
  const personIds = (input['personIds'] ?? []) as string[];
  const lastDay = String(input['lastDay'] ?? '');
  if (personIds.length === 0) return wrong('file', 'Choose a file, paste a list, or tick somebody.', input);
  if (lastDay === '') return wrong('lastDay', 'Give the last day of those whom you have ticked.', input);
  return { leavers: personIds.map((personId) => ({ personId, lastDay })) };
}

async function lookedAt(event: RequestEvent, list: List) {
  const seen = await event.locals.api.people.previewLeavers(list);
  const today = dayIn(nowOf(event), ZONE);
  return {
    ...seen,
    leavers: seen.leavers.map((one) => ({ ...one, said: sayDay(one.lastDay, today) })),
    chosen: JSON.stringify(seen.leavers.map(({ personId, lastDay }) => ({ personId, lastDay }))),
  };
}

/** Who was shown: the action checks each anew. */
function chosenIn(input: Input): List {
  try {
    return { leavers: JSON.parse(String(input['chosen'] ?? '')) };
  } catch {
    return { leavers: [] };
  }
}

export const actions: Actions = {
  look: (event) =>
    done(event, async (input, form) => {
      const list = await handedIn(input, form);
      return 'status' in list ? list : { look: await lookedAt(event, list) };
    }),
  take: (event) =>
    done(
      event,
      async (input) => {
        await event.locals.api.people.endMany(chosenIn(input));
        backTo('/people/leavers', 'leaving');
      },
      async (input) => ({ look: await lookedAt(event, chosenIn(input)) }),
    ),
  stay: (event) =>
    done(event, async ({ personId }) => {
      await event.locals.api.people.undoLeaving({ personId: String(personId) });
      backTo('/people/leavers', 'stays');
    }),
};
