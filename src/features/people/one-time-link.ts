// A secret handed to one person once: who reads the database finds only its SHA-256.
import { randomBytes } from 'node:crypto';
import { sha256 } from '#kernel/canonical.ts';

export interface OneTimeSecret {
  readonly secret: string;
  readonly sha256: string;
}

/** 32 random bytes, base64url. */
export function newSecret(prefix = ''): OneTimeSecret {
  const secret = prefix + randomBytes(32).toString('base64url');
  return { secret, sha256: sha256(secret) };
}

export const INVITATION_DAYS = 7;
export const RECOVERY_HOURS = 24;
/** Of a link that its holder asked for at the sign-in page. */
export const ASKED_MINUTES = 60;

export interface LinkRow {
  readonly used_at: string | null;
  readonly withdrawn_at: string | null;
  readonly expires_at: string;
}
export type LinkState = 'open' | 'used' | 'withdrawn' | 'expired';

export function linkState(link: LinkRow, at: Temporal.Instant): LinkState {
  if (link.used_at !== null) return 'used';
  if (link.withdrawn_at !== null) return 'withdrawn';
  return Temporal.Instant.compare(Temporal.Instant.from(link.expires_at), at) > 0 ? 'open' : 'expired';
}
