// A document that is read with the policy, as the pages on which it is confirmed show it.
export interface ReadWith {
  readonly key: string;
  readonly title: string;
  readonly owner: string;
  readonly edition: string;
  /** An address, or where it is kept. */
  readonly place: string;
  /** The day on which this edition was confirmed, in words; null = it is still to be. */
  readonly confirmed: string | null;
  readonly textSha256: string;
}

/** As the words that are confirmed name it. */
export const afterTitle = ({ owner, edition }: ReadWith): string =>
  [owner, edition]
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join('');
