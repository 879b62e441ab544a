// How many answers of two policies differ; and apart from them those that are the same, and stand in only one of the two.
interface Counts {
  readonly settings: number;
  readonly onlySaid: number;
}

export function sayAnswers({ settings, onlySaid }: Counts): string {
  const differ =
    settings === 0
      ? 'Every question is answered alike.'
      : settings === 1
        ? 'One answer differs.'
        : `${settings} answers differ.`;
  if (onlySaid === 0) return differ;
  return `${differ} ${onlySaid === 1 ? 'One is the same, and only one of the two says it itself.' : `${onlySaid} are the same, and only one of the two says them itself.`}`;
}
