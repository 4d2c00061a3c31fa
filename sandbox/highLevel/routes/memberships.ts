import type { ApiRoute, Call } from '../wire/apiRoute';
import { notFound } from '../wire/errors';
import type { ContactRecord } from '../state/records';
import { addToCampaignBody, workflowBody } from '../schemas/contact';
import { succeeded } from '../views/success';
import type { ApiVersion } from '../wire/versions';
import { contactOf } from './lookups';

/** Campaigns and workflows of a contact. */
export const membershipRoutes: ApiRoute[] = [
	{
		method: 'POST',
		path: '/contacts/:contactId/campaigns/:campaignId',
		scope: 'contacts.write',
		body: addToCampaignBody,
		status: 201,
		answer: (call) => join(call, 'campaigns'),
	},
	{
		method: 'DELETE',
		path: '/contacts/:contactId/campaigns/:campaignId',
		scope: 'contacts.write',
		answer: (call) => leave(call, 'campaigns'),
	},
	removeFromAllCampaigns('/contacts/:contactId/campaigns/removeAll', 'dated'),
	removeFromAllCampaigns('/contacts/:contactId/campaigns/remove-all', 'v3'),
	{
		method: 'POST',
		path: '/contacts/:contactId/workflow/:workflowId',
		scope: 'contacts.write',
		body: workflowBody,
		// The specification says 200; 201 was measured.
		status: 201,
		answer: (call) => join(call, 'workflows'),
	},
	{
		method: 'DELETE',
		path: '/contacts/:contactId/workflow/:workflowId',
		scope: 'contacts.write',
		body: workflowBody,
		answer: (call) => leave(call, 'workflows'),
	},
];

type Membership = 'campaigns' | 'workflows';

function removeFromAllCampaigns(path: string, version: ApiVersion): ApiRoute {
	return {
		method: 'DELETE',
		path,
		versions: [version],
		scope: 'contacts.write',
		answer: (call) => {
			call.state.updateContact(contactOf(call).id, { campaigns: [] });
			return succeeded(call.version);
		},
	};
}

function target(call: Call, membership: Membership): { contact: Readonly<ContactRecord>; id: string } {
	const contact = contactOf(call);
	const [kind, parameter] =
		membership === 'campaigns' ? ['Campaign', 'campaignId'] : ['Workflow', 'workflowId'];
	const id = call.params[parameter as string] ?? '';
	if (call.state[membership].get(id)?.locationId !== contact.locationId) throw notFound(kind as string, id);
	return { contact, id };
}

function join(call: Call, membership: Membership): object {
	const { contact, id } = target(call, membership);
	call.state.updateContact(contact.id, { [membership]: [...new Set([...contact[membership], id])] });
	return succeeded(call.version);
}

function leave(call: Call, membership: Membership): object {
	const { contact, id } = target(call, membership);
	call.state.updateContact(contact.id, { [membership]: contact[membership].filter((other) => other !== id) });
	return succeeded(call.version);
}
