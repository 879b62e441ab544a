// What a job's last error means to whoever looks after the machine.

const LONGEST = 240;

/** The first that fits is said. The words of programs stay out of it, but for those that nobody foresaw. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/ENOSPC|disk (is )?full|53100/i, 'The disk is full. Make room, then try again.'],
  [/ENOTFOUND|EAI_AGAIN/, 'The name of the other side was not found. See that its address is right and that this machine can look names up.'],
  [/ECONNREFUSED/, 'The other side takes no connections. See that it runs and that its port is right.'],
  [/ETIMEDOUT|timed? ?out|timeout/i, 'The other side did not answer in time.'],
  [/ECONNRESET|EPIPE|socket hang up|Connection terminated/i, 'The connection broke off in the middle.'],
  [/certificate|CERT_|SELF_SIGNED|UNABLE_TO_VERIFY/i, 'The certificate of the other side is not one that this machine trusts.'],
  [/EACCES|EPERM|permission denied/i, 'The user that Gatepost runs as may not read or write there.'],
  [/which this installation does not have|key-missing/, 'It is locked with a key that is not here. Put the key file back that was in use when it was stored.'],
]; // prettier-ignore

/** @param lastError as the queue keeps it; null when it is not this school's to read */
export function troubleInWords(lastError: string | null): string {
  if (lastError === null) return 'What went wrong is for that school to read.';
  const meaning = MEANINGS.find(([pattern]) => pattern.test(lastError))?.[1];
  if (meaning !== undefined) return meaning;
  const [first = ''] = lastError.split('\n');
  return first.length > LONGEST ? `${first.slice(0, LONGEST)}…` : first;
}
