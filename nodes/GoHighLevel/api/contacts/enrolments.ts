import type { IDataObject } from 'n8n-workflow';

import { done } from '../answers';
import type { HighLevelClient } from '../client';
import { request } from '../request';

interface CampaignOfContact {
	contactId: string;
	campaignId: string;
}

interface WorkflowOfContact {
	contactId: string;
	workflowId: string;
}

/** Enrols a contact, which may send to it: never done twice. */
export const addToCampaign = request(
	{ endpoint: 'POST /contacts/{contactId}/campaigns/{campaignId}', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, ids: CampaignOfContact): Promise<void> => {
			await api.postOnce(path(ids), done, {});
		},
);

export const removeFromCampaign = request(
	{ endpoint: 'DELETE /contacts/{contactId}/campaigns/{campaignId}', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, ids: CampaignOfContact): Promise<void> =>
			await api.delete(path(ids), undefined, 'update'),
);

export const removeFromAllCampaigns = request(
	{ endpoint: 'DELETE /contacts/{contactId}/campaigns/removeAll', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, contactId: string): Promise<void> =>
			await api.delete(path({ contactId }), undefined, 'update'),
);

/**
 * Enrols a contact, which may send to it: never done twice.
 *
 * @param body empty, or with the time of the event that the workflow waits for
 */
export const addToWorkflow = request(
	{ endpoint: 'POST /contacts/{contactId}/workflow/{workflowId}', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, ids: WorkflowOfContact, body: IDataObject): Promise<void> => {
			await api.postOnce(path(ids), done, body);
		},
);

export const removeFromWorkflow = request(
	{ endpoint: 'DELETE /contacts/{contactId}/workflow/{workflowId}', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, ids: WorkflowOfContact, body: IDataObject): Promise<void> =>
			await api.delete(path(ids), body, 'update'),
);
