// How a field's hint and error are tied to its control, so that they are read out with it.
export interface FieldWiring {
  readonly id: string;
  readonly name: string;
  readonly describedBy: string | undefined;
  readonly invalid: true | undefined;
}

export function wire(field: {
  id: string;
  name?: string | undefined;
  hint?: unknown;
  error?: string | undefined;
  describedBy?: string | undefined;
}): FieldWiring {
  const ids = [
    field.error ? `${field.id}-error` : undefined,
    field.hint ? `${field.id}-hint` : undefined,
    field.describedBy,
  ].filter((id) => id !== undefined);
  return {
    id: field.id,
    name: field.name ?? field.id,
    describedBy: ids.length > 0 ? ids.join(' ') : undefined,
    invalid: field.error ? true : undefined,
  };
}
