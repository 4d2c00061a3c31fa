import type { INodeProperties } from 'n8n-workflow';

export const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. open house',
	description: 'The name of the tag. HighLevel keeps it in lower case, and only one of a name in a location.',
};
