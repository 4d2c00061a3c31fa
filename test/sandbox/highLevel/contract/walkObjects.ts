import { DEMO, locationId } from '../support';
import type { VisitEndpoint } from './visits';

/** Custom objects and their records, with success and the documented refusals. */
export async function walkObjects(visit: VisitEndpoint): Promise<void> {
	await visit('GET', `/objects/?locationId=${locationId}`);
	await visit('GET', `/objects/?locationId=${locationId}`, [], undefined, 'pit-garbage');
	const { key } = DEMO.objects.listings;
	const all = '/objects/{}/records';
	const written = {
		properties: { name: 'Pier flat' },
		owner: [DEMO.users.ben],
		followers: [DEMO.users.chloe],
	};
	const { record } = await visit('POST', all, [key], { locationId, ...written });
	await visit('POST', all, [key], { locationId, ...written, unknown: 1 });
	await visit('GET', `${all}/{}`, [key, record.id]);
	await visit('GET', `${all}/{}`, [key, 'nothing']);
	await visit('PUT', `${all}/{}?locationId=${locationId}`, [key, record.id], { properties: { price: 1 } });
	const search = { locationId, page: 1, pageLimit: 10, query: '', searchAfter: [] };
	await visit('POST', `${all}/search`, [key], search);
	await visit('POST', `${all}/search`, [key], { ...search, pageLimit: 101 });
	await visit('POST', `${all}/search`, ['nothing'], search);
	await visit('DELETE', `${all}/{}`, [key, record.id]);
	await visit('DELETE', `${all}/{}`, [key, record.id]);
}
