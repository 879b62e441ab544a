// What posts need from a platform: to put exactly these words and pictures out, once, and to take them down.

/** Exactly what goes out on one account; its SHA-256 is part of what was approved. */
export interface Payload {
  readonly accountId: string;
  readonly words: string;
  readonly pictures: readonly { readonly mediaId: string; readonly sha256: string; readonly alt: string }[];
}

export type PublishOutcome =
  | { readonly outcome: 'published'; readonly permalink: string }
  | { readonly outcome: 'refused'; readonly problem: string }
  /** It may or may not have gone out: never sent again blindly. */
  | { readonly outcome: 'unknown'; readonly problem: string };

export interface PublishRequest {
  readonly schoolId: string;
  /** The same delivery asked twice is published once. */
  readonly deliveryId: string;
  readonly payload: Payload;
}

export interface Publisher {
  publish(request: PublishRequest): Promise<PublishOutcome>;
  /** Looks whether it is out there, where an earlier answer was lost. */
  find(request: PublishRequest): Promise<PublishOutcome | null>;
  takeDown(
    request: PublishRequest & { readonly note: string },
  ): Promise<{ readonly removed: boolean; readonly problem: string }>;
}
