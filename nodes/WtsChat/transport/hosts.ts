/** Names that only machines of the same network can be called by. */
const PRIVATE_NAMES = /(^|\.)(localhost|internal|local|home\.arpa)$/;

/** The blocks of IPv4 that lead to this machine or into a private network. */
const PRIVATE_BLOCKS: Array<[first: string, bits: number]> = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
];

/**
 * Whether a host leads to this machine or into a private network, as far as its name tells: what a name
 * stands for in the network's own directory is not looked up.
 *
 * @param hostname as a URL gives it, which writes every address in its usual form
 */
export function isPrivateHost(hostname: string): boolean {
	const host = hostname.replace(/\.$/, '');
	if (host.startsWith('[')) return isPrivateV6(groupsOf(host.slice(1, -1)));
	if (/^[\d.]+$/.test(host)) return isPrivateV4(host);
	return !host.includes('.') || PRIVATE_NAMES.test(host);
}

function isPrivateV4(address: string): boolean {
	return PRIVATE_BLOCKS.some(([first, bits]) => {
		const size = 2 ** (32 - bits);
		return Math.floor(numberOf(address) / size) === Math.floor(numberOf(first) / size);
	});
}

function numberOf(address: string): number {
	return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

function isPrivateV6(groups: number[]): boolean {
	const [first = 0] = groups;
	// fc00::/7 and fe80::/10
	if (first >> 9 === 0xfc00 >> 9 || first >> 6 === 0xfe80 >> 6) return true;
	return carriesV4(groups) && isPrivateV4(v4In(groups));
}

/** Addresses that stand for one of IPv4: mapped, compatible (among them :: and ::1), and translated ones. */
function carriesV4(groups: number[]): boolean {
	const prefix = groups.slice(0, 6).join();
	return ['0,0,0,0,0,65535', '0,0,0,0,0,0', '100,65435,0,0,0,0'].includes(prefix);
}

function v4In(groups: number[]): string {
	return groups
		.slice(6)
		.flatMap((group) => [group >> 8, group & 255])
		.join('.');
}

/** The eight groups of an address of IPv6, where :: stands for as many zeros as are missing. */
function groupsOf(address: string): number[] {
	const [head = [], tail = []] = address
		.split('::')
		.map((side) => side.split(':').filter((group) => group !== ''));
	const zeros = Array<string>(8 - head.length - tail.length).fill('0');
	return [...head, ...zeros, ...tail].map((group) => parseInt(group, 16));
}
