// What schools need from outside themselves: somebody who fetches a calendar from its address.

export type FetchedCalendar =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** Why not, in words for a page. */
  | { readonly ok: false; readonly problem: string };

export interface CalendarFetcher {
  /** Never throws for what an address may do: down, slow, too long, or leading into a private network. */
  fetch(address: string, signal: AbortSignal): Promise<FetchedCalendar>;
}
