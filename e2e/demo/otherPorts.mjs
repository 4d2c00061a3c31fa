import { OTHER_PORTS } from '../lib/sandbox.mjs';

/**
 * What a person has to know when a port of the first start is taken.
 *
 * @param {import('./demoFolder.mjs').Ports} usual
 * @param {import('./demoFolder.mjs').Ports} used of this start
 * @returns {string[]} sentences, none when the ports are the usual ones
 */
export function otherPorts(usual, used) {
	const lines = [];
	if (used.n8n !== usual.n8n) {
		lines.push(
			`Port ${usual.n8n} is taken, so n8n is at ${used.n8n} this time. Webhooks that HighLevel, Wise Agent and ` +
				`WhatsAble send to ${usual.n8n} do not reach it.`,
		);
	}
	if (used.sandbox !== usual.sandbox) {
		lines.push(
			`Port ${usual.sandbox}, or one of the other two, is taken, so HighLevel, Wise Agent and WhatsAble are at ` +
				`${ports(used.sandbox)} this time. Credentials of your own have the base URLs with ${ports(usual.sandbox)}.`,
		);
	}
	if (lines.length > 0)
		lines.push('To use the ports again, end the program that has them, and start the demo again.');
	return lines;
}

function ports(first) {
	return `${first}, ${first + OTHER_PORTS.wiseAgent} and ${first + OTHER_PORTS.whatsAble}`;
}
