/** A network: its first address, and how many bits its addresses share. */
type Network = [first: string, bits: number];

/** What is not reachable from the internet. Source: IANA's registry of IPv4 special-purpose addresses; multicast. */
const SPECIAL_V4: Network[] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3],
];

/** Addresses of the internet are in 2000::/3; these of them are not. Source: IANA's registry of IPv6 special-purpose addresses. */
const SPECIAL_V6: Network[] = [
	['2001::', 23],
	['2001:db8::', 32],
	['3fff::', 20],
];

/** IPv6 networks whose addresses stand for an IPv4 address, and the first of the two groups in which they have it. */
const CARRIES_V4: Array<[...Network, group: number]> = [
	['::ffff:0:0', 96, 6],
	['64:ff9b::', 96, 6],
	['2002::', 16, 1],
];

/**
 * Whether an address is one of the internet, which everybody can reach.
 *
 * @param host as a parsed URL has it: "10.0.0.5" or "[fd00::1]"
 */
export function isPublicAddress(host: string): boolean {
	if (!host.startsWith('[')) return !SPECIAL_V4.some((network) => isIn(host, network));
	const address = host.slice(1, -1);
	const carrier = CARRIES_V4.find(([first, bits]) => isIn(address, [first, bits]));
	if (carrier) return isPublicAddress(v4In(address, carrier[2]));
	return isIn(address, ['2000::', 3]) && !SPECIAL_V6.some((network) => isIn(address, network));
}

function isIn(address: string, [first, bits]: Network): boolean {
	return bitsOf(address).slice(0, bits) === bitsOf(first).slice(0, bits);
}

/** An address as 32 or 128 letters, 0 and 1. */
function bitsOf(address: string): string {
	const isV6 = address.includes(':');
	const parts = isV6 ? groupsOf(address).map((group) => parseInt(group, 16)) : address.split('.').map(Number);
	return parts.map((part) => part.toString(2).padStart(isV6 ? 16 : 8, '0')).join('');
}

/** The eight groups, with those that "::" leaves out. */
function groupsOf(address: string): string[] {
	const [before = [], after = []] = address.split('::').map((side) => side.split(':').filter(Boolean));
	const missing = Array<string>(8 - before.length - after.length).fill('0');
	return [...before, ...missing, ...after];
}

function v4In(address: string, group: number): string {
	const bytes = groupsOf(address)
		.slice(group, group + 2)
		.flatMap((part) => [parseInt(part, 16) >> 8, parseInt(part, 16) & 255]);
	return bytes.join('.');
}
