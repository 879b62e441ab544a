// Which of two moments comes first. Never by their text: "…09:57:00Z" sorts after "…09:57:00.041Z".

/** Both ISO 8601 instants. */
export const isBefore = (one: string, other: string): boolean => Temporal.Instant.compare(one, other) < 0;
export const isAfter = (one: string, other: string): boolean => isBefore(other, one);
