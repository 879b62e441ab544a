// Every control there is: those that features make real, and those planned. Loaded only where a policy is read from a file.
import type { Control } from '#kernel/control.ts';

export async function builtControls(): Promise<readonly Control[]> {
  const { features } = await import('#features/index.ts');
  return features.flatMap((feature) => feature.controls);
}

export async function knownControlIds(): Promise<ReadonlySet<string>> {
  const [{ plannedControls }, built] = await Promise.all([import('#features/policy/index.ts'), builtControls()]);
  return new Set([...built, ...plannedControls].map((control) => control.id));
}
