// Whether an address of the network belongs to the public Internet. Everything else is somebody's inside.
import ipaddr from 'ipaddr.js';

/** Services of cloud machines that hand out keys and stand at addresses which look public. */
const METADATA = ['168.63.129.16'];

/** @param address IPv4 or IPv6, as a resolver gives it */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const found = ipaddr.process(address);
  return found.range() === 'unicast' && !METADATA.includes(found.toString());
}
