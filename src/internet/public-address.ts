// Which machines Gatepost asks: public ones over https; its own machine only where Gatepost is tried on it.
import ipaddr from 'ipaddr.js';

/** Services of cloud machines that hand out keys and stand at addresses which look public. */
const METADATA = ['168.63.129.16'];

/** All of IPv6 that has been given out to anybody. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Is this an address that anybody on the internet may have? Nothing private, local or reserved, however it is written. */
export function isPublic(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  if (address.range() !== 'unicast' || METADATA.includes(address.toString())) return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_IPV6);
}

const isLoopback = (ip: string): boolean => ipaddr.isValid(ip) && ipaddr.process(ip).range() === 'loopback';

/** @param local whether this very machine counts too */
export const mayReach = (ip: string, local: boolean): boolean => isPublic(ip) || (local && isLoopback(ip));

/** The host of an address without the brackets that IPv6 wears there. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

/** Does Gatepost itself stand at an address that only this machine reaches? */
export const isOnThisMachine = (origin: string): boolean => {
  const host = hostOf(new URL(origin));
  return host === 'localhost' || isLoopback(host);
};

/** Why this may not be asked at all, or null. What a name leads to is held against `mayReach` when it is looked up. */
export function addressFault(url: URL, local: boolean): 'not-https' | 'password' | 'not-public' | null {
  const isPlain = local && url.protocol === 'http:' && isOnThisMachine(url.origin);
  if (url.protocol !== 'https:' && !isPlain) return 'not-https';
  if (url.username !== '' || url.password !== '') return 'password';
  const host = hostOf(url);
  return ipaddr.isValid(host) && !mayReach(host, local) ? 'not-public' : null;
}
