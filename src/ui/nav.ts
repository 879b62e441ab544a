// A way to somewhere else: in the menu, in tabs, in the footer.
export interface Way {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
  /** How many wait there, and the word for them: `{ many: 2, of: 'waiting' }`. */
  readonly count?: { readonly many: number; readonly of: string } | undefined;
}
