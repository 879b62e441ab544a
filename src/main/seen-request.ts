// Where a request really comes from. What a proxy says of that is believed only from addresses named in GATEPOST_PROXIES,
// and only in the one kind of header that GATEPOST_FORWARDED names: the other kind any client could have written.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

export interface ProxyRules {
  /** Addresses and networks (`10.0.0.0/8`) whose word is believed. */
  readonly proxies: readonly string[];
  /** `x-forwarded`: X-Forwarded-For, -Proto and -Host. `forwarded`: the one header of RFC 7239. */
  readonly forwarded: 'x-forwarded' | 'forwarded';
}

export interface SeenRequest {
  /** Of the nearest party that is no proxy of ours. */
  readonly address: string;
  /** As the browser began, where a proxy we believe says so. */
  readonly proto: 'http' | 'https' | null;
  /** The address that was typed, where a proxy we believe says so; else what the request itself names. */
  readonly host: string | null;
  /** It carries such headers, but from nobody we believe. */
  readonly unbelieved: boolean;
}

type Request = Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } };

/** What one proxy says of the party before it. */
interface Hop {
  readonly for: string | undefined;
  readonly proto: string | undefined;
  readonly host: string | undefined;
}

/** @throws when a network cannot be read: `isNetwork` says so beforehand */
export function createSight({ proxies, forwarded }: ProxyRules): (request: Request) => SeenRequest {
  const networks = proxies.map(networkOf);
  const isProxy = (address: string): boolean => {
    const parsed = ipaddr.process(address);
    return networks.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits));
  };
  const hopsOf = forwarded === 'forwarded' ? forwardedHops : xForwardedHops;

  return ({ headers, socket }) => {
    const peer = addressIn(socket.remoteAddress) ?? '0.0.0.0';
    const hops = hopsOf(headers);
    const ownHost = headers.host ?? null;
    if (!isProxy(peer)) return { address: peer, proto: null, host: ownHost, unbelieved: speaksOfOthers(headers) };
    let address = peer;
    let said: Hop | undefined;
    for (const hop of hops.toReversed()) {
      said = hop;
      const before = addressIn(hop.for);
      if (before === null) break;
      address = before;
      if (!isProxy(before)) break;
    }
    const proto = said?.proto?.toLowerCase();
    return {
      address,
      proto: proto === 'http' || proto === 'https' ? proto : null,
      host: said?.host ?? ownHost,
      unbelieved: false,
    };
  };
}

/** `10.0.0.0/8`, `2001:db8::1`; not the whole internet, which would be to believe everybody. */
export function isNetwork(text: string): boolean {
  try {
    const [, bits] = networkOf(text);
    return bits > 0;
  } catch {
    return false;
  }
}

function networkOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const [written = '', bits] = text.split('/');
  const bare = addressIn(written);
  if (bare === null) throw new TypeError(`${text} is no address.`);
  if (bits !== undefined) return ipaddr.parseCIDR(`${bare}/${bits}`);
  const address = ipaddr.parse(bare);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/** `192.0.2.7`, `192.0.2.7:4711`, `[2001:db8::1]:4711`, `::ffff:192.0.2.7`; null for a name somebody hides behind. */
function addressIn(text: string | undefined): string | null {
  const [, inBrackets, v4] = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/.exec(text ?? '') ?? [];
  const bare = (inBrackets ?? v4 ?? text ?? '').replace(/%.*$/, '');
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare) ? ipaddr.process(bare).toString() : null;
}

const inOne = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(',') : value;

const listIn = (value: string | string[] | undefined): string[] => {
  const text = inOne(value);
  return text === undefined || text.trim() === '' ? [] : text.split(',').map((one) => one.trim());
};

const speaksOfOthers = (headers: IncomingHttpHeaders): boolean =>
  headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined;

/** Proxies that only pass `-Proto` and `-Host` on leave those lists shorter: then their last word holds for all. */
function xForwardedHops(headers: IncomingHttpHeaders): Hop[] {
  const [fors, protos, hosts] = [
    listIn(headers['x-forwarded-for']),
    listIn(headers['x-forwarded-proto']),
    listIn(headers['x-forwarded-host']),
  ];
  const at = (list: string[], i: number) => (list.length === fors.length ? list[i] : list.at(-1));
  if (fors.length === 0) return [{ for: undefined, proto: protos.at(-1), host: hosts.at(-1) }];
  return fors.map((one, i) => ({ for: one, proto: at(protos, i), host: at(hosts, i) }));
}

/** RFC 7239 §4: elements parted by commas, pairs by semicolons, values quoted where they hold anything odd. */
function forwardedHops(headers: IncomingHttpHeaders): Hop[] {
  const PAIR = /\s*([A-Za-z]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*))\s*([;,]|$)/y;
  const text = inOne(headers['forwarded']) ?? '';
  const hops: Hop[] = [];
  let pairs: Record<string, string> = {};
  for (PAIR.lastIndex = 0; PAIR.lastIndex < text.length;) {
    const found = PAIR.exec(text);
    if (!found) return []; // half understood is not understood
    const [, name = '', quoted, token, end] = found;
    pairs[name.toLowerCase()] = quoted?.replaceAll(/\\(.)/g, '$1') ?? token ?? '';
    if (end === ';') continue;
    hops.push({ for: pairs['for'], proto: pairs['proto'], host: pairs['host'] });
    pairs = {};
  }
  return hops;
}
