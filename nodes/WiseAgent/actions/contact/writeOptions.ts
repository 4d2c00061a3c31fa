import type { INodeProperties } from 'n8n-workflow';

import { listMode } from '../../../core/editor/writeOptions';

export const categoriesMode = listMode('Categories', 'categoriesMode');

export const lastNameIfEmpty: INodeProperties = {
	displayName: 'Last Name If Empty',
	name: 'lastNameIfEmpty',
	type: 'string',
	default: '',
	placeholder: 'e.g. Unknown',
	description:
		'Last name of a new contact that comes without one, as from web forms and WhatsApp; Wise Agent creates nobody without a last name. A contact that exists keeps its own.',
};

export const reassign: INodeProperties = {
	displayName: 'Reassign',
	name: 'reassign',
	type: 'boolean',
	default: false,
	description:
		'Whether the team member under Assigned To takes the contact over from the others, instead of sharing it with them',
};
