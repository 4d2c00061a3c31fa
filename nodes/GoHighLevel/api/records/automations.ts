import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../core/sending/path';
import { records } from '../answers';
import type { HighLevelClient } from '../client';

/** A workflow or a campaign as HighLevel answers it; only what this package looks at is named. */
export interface Automation extends IDataObject {
	id: string;
	name: string;
	/** `draft` or `published` */
	status?: string;
}

/** All workflows of the location. */
export async function listWorkflows(api: HighLevelClient): Promise<Automation[]> {
	return await api.get(path`/workflows/`, records<Automation>('workflows'), {
		locationId: api.locationId,
	});
}

/**
 * All campaigns of the location.
 *
 * @param status only those with this one; any when left out
 */
export async function listCampaigns(api: HighLevelClient, status?: string): Promise<Automation[]> {
	return await api.get(path`/campaigns/`, records<Automation>('campaigns'), {
		locationId: api.locationId,
		...(status ? { status } : {}),
	});
}
