import type { ApiRoute, Call } from '../wire/apiRoute';
import { wrongInput } from '../wire/errors';
import type { Product } from '../records';
import { isAddress } from '../webhooks/registry';

/** One way to register an address for message webhooks. There is none to list or remove them with a key. */
interface Registering {
	path: string;
	product: Product;
	param: 'url' | 'hookUrl';
	/** Messages of the business as well. */
	outgoing?: boolean;
}

/** Source: published n8n node and Zapier app. */
const WAYS: readonly Registering[] = [
	{ path: '/api:dBShrB6H/n8n', product: 'notifyer', param: 'hookUrl' },
	{ path: '/api:hFrjh8a1/zapier/webhook/incoming', product: 'notifyer', param: 'hookUrl' },
	{ path: '/api:ErOQ8pSj/n8n/webhook/io', product: 'notifyer', param: 'url', outgoing: true },
	{ path: '/api:hFrjh8a1/zapier/webhook/io', product: 'notifyer', param: 'url', outgoing: true },
	{ path: '/api:KXAU3bZ4/n8n/webhook', product: 'whatsable', param: 'url' },
	{ path: '/api:qmqX26wO/zapier/webhook', product: 'whatsable', param: 'url' },
	{ path: '/api:gncnl2D6/n8n/notifier/webhook', product: 'notifier', param: 'url' },
	{ path: '/api:-GWQv5aM/zapier/notifier/webhook', product: 'notifier', param: 'url' },
];

/** The answer is not documented; the Zapier app reads an `id` from it. */
function register({ hub, body }: Call, { path, product, param, outgoing = false }: Registering): object {
	const url = body.requiredText(param);
	if (!isAddress(url)) throw wrongInput(param, 'an address');
	const { id } = hub.webhooks.registry.register({ product, source: path, url, incoming: true, outgoing });
	return { success: true, id, message: 'Webhook registered successfully' };
}

export const registrationRoutes: readonly ApiRoute[] = WAYS.map((way) => ({
	method: 'POST',
	path: way.path,
	family: 'registration',
	product: way.product,
	answer: (call) => register(call, way),
}));
