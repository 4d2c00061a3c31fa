import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import type { WhatsAbleClient } from '../client';
import type { Product } from '../endpoints';
import { isProduct, PRODUCT_NAMES } from '../endpoints';
import type { WritingEndpoint } from '../responses/successes';

/** Which messages are delivered: those of the contacts, or those of the business as well. */
export type Kind = 'incoming' | 'incomingAndOutgoing';

/** Where an address is registered; the two endpoints of Notifyer take it under different names. */
const WAYS: Record<
	Product,
	Partial<Record<Kind, { endpoint: WritingEndpoint; param: 'url' | 'hookUrl' }>>
> = {
	notifyer: {
		incoming: { endpoint: 'registerIncoming', param: 'hookUrl' },
		incomingAndOutgoing: { endpoint: 'registerBoth', param: 'url' },
	},
	whatsable: { incoming: { endpoint: 'registerWhatsAble', param: 'url' } },
	notifier: { incoming: { endpoint: 'registerNotifier', param: 'url' } },
};

/**
 * Registers an address for message webhooks with the product that the key belongs to. WhatsAble lists and removes no
 * registrations for a key, and a second one may take the place of the first. An address that is there already is
 * taken for registered.
 */
export async function registerWebhook(api: WhatsAbleClient, url: string, kind: Kind): Promise<void> {
	const { success, product } = await api.checkKey();
	if (!success) {
		throw new Failure(
			'WhatsAble does not know the API key of the credential',
			'Copy the key again into the credential, without blanks and without "Bearer".',
		);
	}
	if (!isProduct(product)) {
		throw new Failure(
			'WhatsAble does not say which of its products the API key belongs to, so the webhook cannot be registered',
			'Choose "By Hand" under Registration, and enter the Production URL in the console.',
			{ field: 'registration' },
		);
	}
	const way = WAYS[product][kind];
	if (!way) {
		throw new Failure(
			`${PRODUCT_NAMES[product]}, which the API key belongs to, delivers incoming messages only`,
			'Choose "Incoming" under Messages, or a credential with a key of Notifyer.',
			{ field: 'messages' },
		);
	}
	const body: IDataObject = { [way.param]: url };
	await api.register(way.endpoint, body).catch((error: unknown) => {
		if (!(error instanceof Failure && /same webhook exist/i.test(error.message))) throw error;
	});
}
