import { Failure } from '../failure';
import { isPublicAddress } from './ipAddress';

/**
 * From where an address can be reached: only on the machine itself, only in its own network, or from the internet. A name
 * without a point, and the endings that are kept for private use, are taken to be of a network. Source: RFC 6761, RFC 6762,
 * RFC 8375, ICANN's decision on .internal.
 */
export type Reach = 'machine' | 'network' | 'internet';

const PRIVATE_ENDINGS =
	/(^|\.)(local|internal|test|invalid|localdomain|localnet|lan|home|corp|intra|intranet|private|arpa|alt|onion|fritz\.box)$/;

/** @param url an address that can be parsed; the parser has brought all spellings of a number into one */
export function reachOf(url: string): Reach {
	const host = new URL(url).hostname.toLowerCase().replace(/\.+$/, '');
	if (host === '' || /(^|\.)localhost$/.test(host)) return 'machine';
	const isNumber = host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);
	if (isNumber) return isPublicAddress(host) ? 'internet' : isOwnMachine(host) ? 'machine' : 'network';
	return !host.includes('.') || PRIVATE_ENDINGS.test(host) ? 'network' : 'internet';
}

/** Whether everybody can fetch from an address: it is HTTPS, and its host no name or number of a private network. */
export function isPublic(url: string): boolean {
	return URL.canParse(url) && new URL(url).protocol === 'https:' && reachOf(url) === 'internet';
}

/** Loopback, and "any address", under which a program listens on its own machine. */
function isOwnMachine(host: string): boolean {
	return /^(127|0)\./.test(host) || /^\[::(1|ffff:(7f[\da-f]{2}|0):[\da-f]+)?\]$/.test(host);
}

/**
 * Throws a `Failure` when the service cannot deliver to a webhook URL: it must begin with https://, and be reachable from
 * the internet. A sandbox on this machine or in this network may deliver to an n8n that is there as well.
 *
 * @param service as in texts: "Wise Agent"
 * @param baseUrl where the service itself is
 */
export function checkReachable(url: string, service: string, baseUrl: string): void {
	const reach = reachOf(url);
	if (isPublic(url) || isBeside(reach, reachOf(baseUrl))) return;
	const { origin } = new URL(url);
	throw new Failure(
		reach === 'internet'
			? `The webhook URL must begin with https://, and this n8n's is at ${origin}`
			: `${service} cannot reach this n8n: its webhooks are at ${origin}`,
		'Give n8n a public HTTPS address (N8N_WEBHOOK_URL, in older versions WEBHOOK_URL), and activate the workflow again.',
	);
}

function isBeside(n8n: Reach, service: Reach): boolean {
	return service === 'network' ? n8n !== 'internet' : service === 'machine' && n8n === 'machine';
}

/** Where a webhook URL leads, whatever token it carries; `undefined` when it is no URL. */
export function addressOf(url: string): string | undefined {
	if (!URL.canParse(url)) return undefined;
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname}`;
}
