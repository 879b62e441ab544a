// What a school is told of a trouble: everything of its own server; of the shared one whether it works, and whom to ask.
import { diagnosisOf, whoseTrouble } from './diagnosis.ts';
import type { ServerRow } from './server-queries.ts';

interface Trouble {
  readonly problem: string;
  readonly answer: string;
  /** The school whose server it was; null where none was tried. */
  readonly serverId: string | null;
}

export interface Told {
  readonly message: string;
  readonly remedy: string;
  readonly answer: string;
}

/** @param server the one in use now, if any @returns null where there is no trouble */
export function toldOf(trouble: Trouble, schoolId: string, server: ServerRow | null): Told | null {
  const { problem } = trouble;
  if (isOfAnother(trouble, schoolId) && whoseTrouble(problem) === 'server') return { ...SHARED_FAILS, answer: '' };
  const own = server?.school_id === schoolId ? server : null;
  const found = diagnosisOf(problem, own ? { ...own, from: own.from_address } : UNNAMED);
  return found && { ...found, answer: quotedTo(trouble, schoolId) };
}

/** Of the shared server only what it says of the address that the school itself wrote to. */
export const quotedTo = (trouble: Trouble, schoolId: string): string =>
  isOfAnother(trouble, schoolId) && whoseTrouble(trouble.problem) !== 'address' ? '' : trouble.answer;

const isOfAnother = ({ serverId }: Trouble, schoolId: string): boolean => serverId !== null && serverId !== schoolId;

const UNNAMED = { host: 'The server', port: 0, encryption: '', username: '', from: '' };

const SHARED_FAILS = {
  message: 'The trust’s shared mail server takes no mail.',
  remedy:
    'Ask the system administrator of the school that Gatepost was set up with, who keeps it. Nothing is lost meanwhile.',
};
