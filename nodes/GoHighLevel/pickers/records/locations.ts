import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { inEditor } from '../../../core/editor/inEditor';
import { label } from '../../../core/editor/labels';
import { listPage } from '../../../core/editor/lists';
import { locator } from '../../../core/editor/locator';
import type { InstalledLocation } from '../../api/access/agency';
import { installedLocations } from '../../api/access/agency';
import { openAgency } from '../../api/access/oAuth2';
import { HIGHLEVEL } from '../../api/pages';
import { addressOf } from './addresses';

/** The location that the node works in; empty for the one that was connected. */
export const locationLocator: INodeProperties = {
	...locator({
		displayName: 'Location',
		name: 'locationId',
		description:
			'The sub-account to work in, needed when an agency is connected. Leave it empty for a connection to one location.',
		record: 'location',
		searchListMethod: 'searchLocations',
		exampleId: 've9EPM428h8vShlRW1KT',
		address: addressOf('location', 'location', '[A-Za-z0-9]+'),
		emptyMeans: 'The connected location',
	}),
	displayOptions: { show: { authentication: ['oAuth2'] } },
};

const PAGE_SIZE = 50;

/** The locations in which the connected agency's app is installed, a page at a time, searched by HighLevel. */
export async function searchLocations(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await inEditor(this, async () => {
		const agency = await openAgency(this);
		const readPage = async (page: number) =>
			await installedLocations(agency, { query: filter, skip: page * PAGE_SIZE, limit: PAGE_SIZE });
		const optionOf = ({ _id: value, name, address }: InstalledLocation) => ({
			name: label(name, address, value),
			value,
		});
		return await listPage({ ...HIGHLEVEL, pageSize: PAGE_SIZE, readPage, optionOf }, paginationToken);
	});
}
