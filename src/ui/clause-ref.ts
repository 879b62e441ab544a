// A clause as pages show it: number, short name, where to read it, and its sentence where there is room.
export interface ClauseRef {
  /** As printed in the policy: "4.3", "TP-30". */
  readonly number: string;
  readonly name: string;
  readonly href: string;
  readonly text?: string | undefined;
  /** Said where the clause is not in the school's own policy: "Gatepost’s default, not in your policy". */
  readonly whose?: string | undefined;
}
