import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { inEditor } from '../../../core/inEditor';
import { label } from '../../../core/labels';
import { installedLocations } from '../../api/access/agency';
import { openAgency } from '../../api/access/oAuth2';

const PAGE_SIZE = 50;

/** The locations in which the connected agency's app is installed, a page at a time, searched by HighLevel. */
export async function searchLocations(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await inEditor(this, async () => {
		const agency = await openAgency(this);
		const skip = Number(paginationToken ?? 0);
		const locations = await installedLocations(agency, { query: filter, skip, limit: PAGE_SIZE });
		return {
			results: locations.map(({ _id: value, name, address }) => ({
				name: label(name, address, value),
				value,
			})),
			paginationToken: locations.length === PAGE_SIZE ? String(skip + PAGE_SIZE) : undefined,
		};
	});
}
