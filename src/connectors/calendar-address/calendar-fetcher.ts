// Fetches a calendar from the address that a school gave, and from where it leads on; what may be asked at all, the internet part says.
import type { CalendarFetcher, FetchedCalendar } from '#features/schools/ports.ts';
import { ask, type Answer, type Reach } from '#internet/ask.ts';
import { Unasked } from '#internet/unasked.ts';

const MOST_BYTES = 10_000_000;
const MOST_REDIRECTS = 3;
const TIME_LIMIT_MS = 30_000;
const REDIRECTS = [301, 302, 303, 307, 308];

export interface FetcherParts extends Reach {
  readonly timeLimitMs?: number;
}

export function createCalendarFetcher({ timeLimitMs = TIME_LIMIT_MS, ...reach }: FetcherParts = {}): CalendarFetcher {
  return {
    async fetch(address, signal) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]);
      try {
        return await follow(reach, address, limit);
      } catch (error) {
        if (signal.aborted || !(error instanceof Unasked)) throw error;
        return { ok: false, problem: error.message };
      }
    },
  };
}

async function follow(reach: Reach, address: string, signal: AbortSignal): Promise<FetchedCalendar> {
  const question = { ...reach, signal, mostBytes: MOST_BYTES, headers: { accept: 'text/calendar' } };
  let url = new URL(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const found = await ask(url, question, (answer) => calendarOrNext(answer, url));
    if (!(found instanceof URL)) return found;
    url = found;
  }
  return { ok: false, problem: `The address leads on more than ${MOST_REDIRECTS} times.` };
}

async function calendarOrNext({ status, headers, bytes }: Answer, url: URL): Promise<FetchedCalendar | URL> {
  if (status === 200) return { ok: true, bytes: await bytes() };
  const { location } = headers;
  if (REDIRECTS.includes(status) && location !== undefined && URL.canParse(location, url))
    return new URL(location, url);
  return { ok: false, problem: `The server answered with ${status} instead of a calendar.` };
}
