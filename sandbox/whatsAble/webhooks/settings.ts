/** How message webhooks are registered, written and repeated. */
export interface WebhookSettings {
	/** A second registration of the same kind `replaces` the first, or is `added`, the same address included. Which of
	 * the two the real thing does is not documented. */
	secondRegistration: 'replaces' | 'adds';
	/** `last_messages` as the text of a JSON list, the usual form, or as a list. */
	lastMessages: 'text' | 'list';
	/** `phone_number`; `sampled`, the default, is as in the public samples: a text for incoming messages, a number for
	 * outgoing ones. */
	phoneNumber: 'sampled' | 'text' | 'number';
	/** Unit of `user_last_message_time` and `bot_last_message_time`. The samples have seconds, one page says ms. */
	timeUnit: 's' | 'ms';
	/** Where the ad of a first message stands: in the payload itself, or within an envelope of Meta's Cloud API. */
	referralIn: 'payload' | 'cloudApi';
	/** Delivers each webhook twice. */
	duplicates: boolean;
	/** ms that a receiver has to answer. */
	timeoutMs: number;
	/** ms before the first repetition; it doubles with each one. Neither number nor pace is published. */
	baseDelayMs: number;
	/** How often a delivery is repeated. */
	retries: number;
}

/** The ten seconds are from the public page on message webhooks. */
export const INITIAL_WEBHOOKS: WebhookSettings = {
	secondRegistration: 'replaces',
	lastMessages: 'text',
	phoneNumber: 'sampled',
	timeUnit: 's',
	referralIn: 'payload',
	duplicates: false,
	timeoutMs: 10_000,
	baseDelayMs: 1000,
	retries: 5,
};
