// What is to be printed, in parts that a screen reader knows too. Whoever writes it says nothing of where it stands on paper.

export interface PrintedDocument {
  readonly title: string;
  readonly language: 'en-GB';
  /** Stands above the title and in the properties of the file. */
  readonly school: string;
  /** At the foot of every page, beside its number: which version, which fingerprint. */
  readonly footer: string;
  /** ISO 8601 instant at which it was made. */
  readonly madeAt: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Smaller and quieter: where something comes from, what it does not show. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      /** Read out before the table, and printed above it. */
      readonly caption: string;
      readonly columns: readonly string[];
      /** As many cells in each as there are columns; the first names the row. */
      readonly rows: readonly (readonly string[])[];
    }
  /** A label and what it says, such as "Adopted on" and a date. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** A line to sign on, for each of these. */
  | { readonly kind: 'signature-lines'; readonly lines: readonly string[] }
  | { readonly kind: 'page-break' };
