// Which machines Gatepost may speak to as a provider: public ones over https; its own machine only while it is being tried there.
import ipaddr from 'ipaddr.js';

/** Is this an address that anybody on the internet may have? Nothing private, local or reserved, however it is written. */
export const isPublic = (ip: string): boolean => ipaddr.isValid(ip) && ipaddr.process(ip).range() === 'unicast';

export const isLoopback = (ip: string): boolean => ipaddr.isValid(ip) && ipaddr.process(ip).range() === 'loopback';

/** The host of an address without the brackets that IPv6 wears there. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

/** Does Gatepost itself stand at an address that only this machine reaches? */
export const isOnThisMachine = (origin: string): boolean => {
  const host = hostOf(new URL(origin));
  return host === 'localhost' || isLoopback(host);
};

/** May this be asked at all? Names are looked up later, and what they lead to is held against `mayReach`. */
export function mayAsk(url: URL, local: boolean): boolean {
  const host = hostOf(url);
  if (url.username !== '' || url.password !== '') return false;
  if (ipaddr.isValid(host) && !mayReach(host, local)) return false;
  return url.protocol === 'https:' || (local && url.protocol === 'http:' && isOnThisMachine(url.origin));
}

export const mayReach = (ip: string, local: boolean): boolean => isPublic(ip) || (local && isLoopback(ip));
