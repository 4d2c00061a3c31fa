import type { AccessCheck } from '../../../core/editor/accessChecks';
import { checked } from '../../../core/editor/accessChecks';
import { addressOf } from '../../../core/webhook/address';
import type { Webhook } from '../records/webhooks';

/**
 * What Wise Agent delivers to this n8n, one check for each webhook, and how many there are. Their tokens are not shown.
 *
 * @param n8nUrl where n8n receives webhooks, with a slash at the end
 */
export function webhookChecks(webhooks: Webhook[], n8nUrl: string | undefined): AccessCheck[] {
	const own = webhooks.filter(({ url }) => n8nUrl !== undefined && (addressOf(url) ?? '').startsWith(n8nUrl));
	const others = webhooks.length - own.length;
	const count = (number: number) => `${number} ${number === 1 ? 'webhook' : 'webhooks'}`;
	const told =
		n8nUrl === undefined
			? `Wise Agent has ${count(webhooks.length)}. Which of them lead to this n8n is not known.`
			: `Wise Agent delivers to this n8n with ${count(own.length)}, and to other addresses with ${count(others)}.`;
	return [
		checked('Webhooks', 'ok', told),
		...own.map((webhook) => ownCheck(webhook, own)),
		...webhooks
			.filter((webhook) => !own.includes(webhook))
			.map((webhook) => checked(nameOf(webhook), 'notChecked', `It leads to ${placeOf(webhook)}`)),
	];
}

/** Whether the workflow is active, only n8n knows. */
function ownCheck(webhook: Webhook, own: Webhook[]): AccessCheck {
	const check = nameOf(webhook);
	const place = placeOf(webhook);
	if (!webhook.isActive) {
		return checked(
			check,
			'failed',
			`Wise Agent has disabled it, so nothing is delivered to ${place}`,
			'Deactivate and activate the workflow of the Wise Agent Trigger.',
		);
	}
	const [first] = own.filter((one) => one.eventType === webhook.eventType && placeOf(one) === place);
	if (first !== webhook) {
		return checked(
			check,
			'failed',
			`${place} is registered for this event twice`,
			'Deactivate and activate the workflow of the Wise Agent Trigger, or delete one of the two webhooks.',
		);
	}
	return checked(check, 'ok', `It is active, and leads to ${place} of this n8n`);
}

function nameOf({ id, eventType }: Webhook): string {
	return `Webhook ${id}: ${eventType}`;
}

function placeOf({ url }: Webhook): string {
	return addressOf(url) ?? 'an address that cannot be read';
}
