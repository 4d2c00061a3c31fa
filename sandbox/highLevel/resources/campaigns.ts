import { closedObject, text } from '../../shared/jsonSchema';
import type { Resource } from '../kit/resource';

export interface CampaignRecord {
	id: string;
	locationId: string;
	name: string;
	status: 'published' | 'draft';
}

/** Source: official specifications, campaigns. */
export const campaigns: Resource<CampaignRecord, 'spring'> = {
	called: 'Campaign',
	path: '/campaigns/',
	scope: 'campaigns',
	under: 'locationId',
	answers: { many: (campaigns) => ({ campaigns }) },
	list: {
		query: closedObject({ locationId: text, status: text }),
		wanted: (campaign, { query: { status = campaign.status } }) => campaign.status === status,
	},
	demo: { spring: { id: 'cpSpring0000N2o3P4q5', name: 'Spring open houses', status: 'published' } },
};
