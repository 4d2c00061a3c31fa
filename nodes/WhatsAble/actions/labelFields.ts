import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../core/operation/params';
import type { WhatsAbleClient } from '../api/client';
import type { UnknownLabels } from '../api/records/labels';
import { knownLabels } from '../api/records/labels';

/** Labels of the account, to choose from. */
export function labelList(displayName: string, name: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getLabels' },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	};
}

/** What becomes of labels that Notifyer does not have. */
export const unknownLabels: INodeProperties = {
	displayName: 'Unknown Labels',
	name: 'unknownLabels',
	type: 'options',
	options: [
		{
			name: 'Fail',
			value: 'fail',
			description: 'The item fails, and nothing is sent for it',
		},
		{
			name: 'Leave Out',
			value: 'leaveOut',
			description: 'The item goes on without these labels',
		},
	],
	default: 'fail',
	description: 'What to do with labels that Notifyer does not have: an API key cannot make new ones',
};

/** Labels that are given as a list or with commas, as the account writes them. */
export async function labelsOf(
	api: WhatsAbleClient,
	params: Params,
	given: unknown,
	label: string,
): Promise<string[]> {
	const { unknownLabels: ifUnknown = 'fail' } = params.collection('options');
	return await knownLabels(api, given, label, ifUnknown as UnknownLabels);
}
