import type { SenderSettings } from '../../shared/webhooks/sender';

/** How webhooks are sent. Nothing is documented about it. */
export interface WebhookSettings extends SenderSettings {
	/** Whether what one request does to several records comes as one delivery with several ids. */
	groups: boolean;
	/** Whether the more specific event types are used, such as `contactUpdateStatus`. */
	specificTypes: boolean;
}

export const INITIAL_WEBHOOKS: WebhookSettings = {
	baseDelayMs: 1000,
	timeoutMs: 10_000,
	maxRetries: 0,
	duplicates: false,
	outOfOrder: false,
	groups: true,
	specificTypes: true,
};
