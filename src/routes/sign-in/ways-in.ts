// The providers to sign in by as a page offers them: what stands on each button, and where it leads.
interface Offered {
  readonly id: string;
  readonly label: string;
  readonly schoolName: string;
  readonly shared: boolean;
}

export interface WayIn {
  readonly href: string;
  readonly label: string;
}

/**
 * @param query what the way there must know, such as where to go on to
 * @param verb "Sign in with", "Join with"
 */
export function waysIn(
  offered: readonly Offered[],
  query: Readonly<Record<string, string>>,
  verb = 'Sign in with',
): WayIn[] {
  const isAlone = offered.length === 1;
  return offered.map(({ id, label, schoolName, shared }) => ({
    href: `/sign-in/with/${id}?${new URLSearchParams(query)}`,
    label: `${verb} ${label}${shared || isAlone ? '' : ` (${schoolName})`}`,
  }));
}
