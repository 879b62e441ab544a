// The certificate that our own address shows to browsers: until when it holds, and what is wrong with it.
import { isIP } from 'node:net';
import { connect, type PeerCertificate } from 'node:tls';

export interface CertificateSeen {
  /** ISO 8601 instant; null when none was shown. */
  readonly endsAt: string | null;
  /** Null when a browser would be content. */
  readonly trouble: string | null;
}

const PATIENCE_MS = 10_000;

const WORDS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'It has ended.',
  CERT_NOT_YET_VALID: 'It is not valid yet: see that the clock is right.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'It is self-made, so browsers warn of it.',
  SELF_SIGNED_CERT_IN_CHAIN: 'It comes from an authority that this machine does not know, so browsers may warn of it.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificates between it and its authority are missing: have the proxy send the full chain.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'It comes from an authority that this machine does not know, so browsers may warn of it.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'It was made for another name.',
}; // prettier-ignore

/** @returns null where the address is not https */
export function seeCertificate(origin: string, patienceMs = PATIENCE_MS): Promise<CertificateSeen | null> {
  const { protocol, hostname, port } = new URL(origin);
  if (protocol !== 'https:') return Promise.resolve(null);
  return new Promise((resolve) => {
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const named = isIP(host) === 0 ? { servername: host } : {}; // RFC 6066: a name, never an address
    // Looked at, whatever it is: nothing is sent to the other side.
    const socket = connect({ host, port: Number(port || 443), rejectUnauthorized: false, ...named });
    const answer = (seen: CertificateSeen) => {
      socket.destroy();
      resolve(seen);
    };
    const unreachable = (why: string) =>
      answer({ endsAt: null, trouble: `Our address could not be reached from here (${why}).` });
    socket.setTimeout(patienceMs, () => unreachable('no answer'));
    socket.once('error', (error: NodeJS.ErrnoException) => unreachable(error.code ?? error.message));
    socket.once('secureConnect', () => answer(seenIn(socket.getPeerCertificate(), socket.authorizationError)));
  });
}

function seenIn(certificate: PeerCertificate, problem: unknown): CertificateSeen {
  const ends = Date.parse(certificate.valid_to);
  const code = typeof problem === 'string' ? problem : ((problem as { code?: string } | null)?.code ?? null);
  return {
    endsAt: Number.isNaN(ends) ? null : Temporal.Instant.fromEpochMilliseconds(ends).toString(),
    trouble: code === null ? null : (WORDS[code] ?? `This machine does not trust it (${code}).`),
  };
}
