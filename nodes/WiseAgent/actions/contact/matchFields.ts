import type { INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import type { IdMatchOptions, MatchBy } from '../../api/contacts/linking/idMatch';
import { text } from '../optionalFields';

const matchBy: INodeProperties = {
	displayName: 'Match By',
	name: 'matchBy',
	type: 'options',
	options: [
		{
			name: 'Client ID Only',
			value: 'clientId',
			description: 'Update the contact with this Client ID. If the Client ID is empty, create the contact.',
		},
		{
			name: 'Client ID, Then Email, Then Phone',
			value: 'clientIdEmailPhone',
			description:
				'Look for the Client ID. If it is empty, or the contact was deleted or merged, look for the email and the phone.',
		},
		{
			name: 'Email, Then Phone, Then Name',
			value: 'emailPhoneName',
			description:
				'Look for the email and the phone. If several contacts share them, first and last name decide.',
		},
	] satisfies Array<{ name: string; value: MatchBy; description: string }>,
	default: 'emailPhoneName',
	description: 'How to find the contact to update. If there is none, the node creates it.',
};

const byId = { show: { matchBy: ['clientId', 'clientIdEmailPhone'] satisfies MatchBy[] } };

/** By what a contact is found, beside its email and phone. */
export const matchFields: INodeProperties[] = [
	matchBy,
	{
		...text(
			'Client ID',
			'clientId',
			'ID of the contact in Wise Agent, as the record in the other system keeps it, such as the HighLevel custom field "Wise Agent ID". Empty for a contact that is not linked yet.',
			'e.g. 1854784',
		),
		displayOptions: byId,
	},
	{
		...text(
			'External ID',
			'externalId',
			'ID of this contact in the other system, such as HighLevel. The node stores it in the custom data of the contact, and refuses a contact that has another one there. Leave empty to not link back.',
			'e.g. ocQHyuzHvysMo5N5VsXc',
		),
		displayOptions: byId,
	},
	{
		...text(
			'External ID Name',
			'externalIdName',
			'Key of the custom data that holds the External ID',
			'e.g. HighLevel ID',
		),
		default: 'HighLevel ID',
		displayOptions: byId,
	},
];

/** By what the contact is to be found. Throws a `Failure` for a Client ID that none can be. */
export function matchOptionsOf(params: Params): Pick<IdMatchOptions, 'clientId' | 'link' | 'matchBy'> {
	const chosen = params.value('matchBy') as MatchBy;
	if (chosen === 'emailPhoneName') return { matchBy: chosen, clientId: '' };
	const clientId = params.text('clientId');
	if (!/^\d*$/.test(clientId)) {
		throw new Failure(
			`"Client ID" is not the ID of a contact in Wise Agent: ${clientId.slice(0, 40)}`,
			'Map the number that Wise Agent shows as ClientID, or leave it empty. Nothing was written for this item.',
			{ field: 'clientId' },
		);
	}
	const id = params.text('externalId');
	const link = id === '' ? undefined : { id, name: params.filled('externalIdName') };
	return { matchBy: chosen, clientId, link };
}
