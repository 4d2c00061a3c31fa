import { making, optional } from '../../../core/operation/request';
import { installedLocations } from '../access/agency';
import { records } from '../answers';
import type { HighLevelClient } from '../client';
import type { Location } from '../locations';
import { readNumbered } from '../pages';
import { request } from '../request';

const PAGE_SIZE = 50;

const searchPage = request(
	{ endpoint: 'GET /locations/search', scopes: ['locations.readonly'] },
	(path) =>
		async (api: HighLevelClient, { skip, limit }: { skip: number; limit: number }): Promise<Location[]> =>
			await api.get(path(), records<Location>('locations'), { skip: String(skip), limit: String(limit) }),
);

/** All locations that the token may see, whether an app is installed in them or not. */
export const searchLocations = making(
	searchPage,
	[],
	async (api: HighLevelClient): Promise<Location[]> =>
		await readNumbered(Infinity, PAGE_SIZE, async (skip, limit) => await searchPage(api, { skip, limit })),
);

/**
 * The locations that the token may see; for an agency, those in which its app is installed, of which HighLevel tells
 * less: the name and the whole address. For these it wants `oauth.readonly` instead, which its error names.
 *
 * @param limit `Infinity` for all
 */
export const listLocations = making(
	searchPage,
	[optional(installedLocations)],
	async (api: HighLevelClient, limit: number): Promise<Location[]> => {
		const { agency } = api.access;
		return await readNumbered(limit, PAGE_SIZE, async (skip, pageSize) => {
			if (!agency) return await searchPage(api, { skip, limit: pageSize });
			const locations = await installedLocations(agency, { skip, limit: pageSize }, api.options);
			return locations.map(({ _id: id, ...others }) => ({ id, ...others }));
		});
	},
);
