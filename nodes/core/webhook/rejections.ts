import type { IWebhookFunctions } from 'n8n-workflow';
import { forgetOldest } from '../account/forgetOldest';

/** The same cause at the same node is told once in this time: anybody can send to a webhook URL. */
export const QUIET_MS = 60_000;

interface Told {
	/** Milliseconds since 1970. */
	at: number;
	/** Rejected since then for the same cause, without a line. */
	since: number;
}

/** By node and cause, the one that was told longest ago first. */
const told = new Map<string, Told>();

/** Of so many nodes and causes it is known when they were told last. */
const MAX_TOLD = 1_000;

/**
 * Writes to n8n's log why a delivery was rejected, and where, at most once a minute for each node and cause. Nothing of
 * the delivery itself is in it.
 *
 * @param trigger the node's type, as in texts
 * @param cause goes on after "because": one of a few sentences of our own, without a secret
 */
export function logRejection(context: IWebhookFunctions, trigger: string, cause: string): void {
	const { id, name } = context.getWorkflow();
	const node = context.getNode();
	const key = JSON.stringify([id, node.id, cause]);
	const now = Date.now();
	const last = told.get(key);
	if (last && Math.abs(now - last.at) < QUIET_MS) {
		last.since += 1;
		return;
	}
	told.delete(key);
	told.set(key, { at: now, since: 0 });
	forgetOldest(told, MAX_TOLD);
	const before = last && last.since > 0 ? ` It was rejected for this ${last.since} more times before.` : '';
	context.logger.warn(
		`${trigger} rejected a delivery (401), because ${cause}. Node ${quoted(node.name)} of workflow ${quoted(name)} (ID ${quoted(id)}).${before}`,
	);
}

/** On one line, whatever somebody has called it. */
function quoted(text: string | undefined): string {
	return JSON.stringify((text ?? '').slice(0, 200));
}
