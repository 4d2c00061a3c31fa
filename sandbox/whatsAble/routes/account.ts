import type { ApiRoute, Call } from '../wire/apiRoute';

/** Tells which product a key is of; a wrong one is no error but an answer.
 * Source: published n8n node and Zapier app. */
function checkKey({ key }: Call): object {
	if (!key) return { success: false, message: 'Invalid API key' };
	return { success: true, product: key.product, message: 'API key is valid' };
}

export const accountRoutes: readonly ApiRoute[] = [
	{
		method: 'GET',
		path: '/api:gncnl2D6/check-api-key-across-projects',
		family: 'integration',
		product: null,
		answer: checkKey,
	},
];
