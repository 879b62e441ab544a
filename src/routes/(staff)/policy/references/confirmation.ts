// How far the present edition of a document has been confirmed, and whether the reader has.
export interface Confirmation {
  readonly confirmed: number;
  readonly of: number;
  /** The reader is asked for it. */
  readonly isMine: boolean;
  /** The day on which the reader confirmed it, in words. */
  readonly mineOn: string | null;
}
