import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../core/path';
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
	const { workflows } = await api.get<{ workflows?: Automation[] }>(path`/workflows/`, {
		locationId: api.locationId,
	});
	if (!workflows) throw api.notHighLevel();
	return workflows;
}

/**
 * All campaigns of the location.
 *
 * @param status only those with this one; any when left out
 */
export async function listCampaigns(api: HighLevelClient, status?: string): Promise<Automation[]> {
	const { campaigns } = await api.get<{ campaigns?: Automation[] }>(path`/campaigns/`, {
		locationId: api.locationId,
		...(status ? { status } : {}),
	});
	if (!campaigns) throw api.notHighLevel();
	return campaigns;
}
