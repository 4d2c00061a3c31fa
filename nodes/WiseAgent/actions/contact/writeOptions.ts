import type { INodeProperties } from 'n8n-workflow';

export const categoriesMode: INodeProperties = {
	displayName: 'Categories',
	name: 'categoriesMode',
	type: 'options',
	options: [
		{ name: 'Add', value: 'add', description: 'Add the given categories to those that the contact has' },
		{ name: 'Remove', value: 'remove', description: 'Take the given categories away' },
		{ name: 'Replace', value: 'replace', description: 'Take all other categories away' },
	],
	default: 'add',
	description: 'What to do with the categories of a contact that exists already',
};

export const identifierConflict: INodeProperties = {
	displayName: 'If Email and Phone Differ',
	name: 'identifierConflict',
	type: 'options',
	options: [
		{
			name: 'Prefer Email',
			value: 'preferEmail',
			description: 'Write to the contact with the email, without the phone',
		},
		{
			name: 'Prefer Phone',
			value: 'preferPhone',
			description: 'Write to the contact with the phone, without the email',
		},
		{ name: 'Refuse', value: 'error', description: 'Write nothing, and name both contacts' },
	],
	default: 'error',
	description: 'What to do when the email belongs to one contact and the phone to another',
};

export const lastNameIfEmpty: INodeProperties = {
	displayName: 'Last Name If Empty',
	name: 'lastNameIfEmpty',
	type: 'string',
	default: '',
	placeholder: 'e.g. Unknown',
	description:
		'Last name of a new contact that comes without one, as from web forms and WhatsApp; Wise Agent creates nobody without a last name. A contact that exists keeps its own.',
};

export const onExisting: INodeProperties = {
	displayName: 'On Existing Contact',
	name: 'onExisting',
	type: 'options',
	options: [
		{ name: 'Do Nothing', value: 'doNothing', description: 'Put out the contact as it is' },
		{
			name: 'Only Fill Empty Fields',
			value: 'fillEmpty',
			description: 'Write a field only where the contact has no value',
		},
		{ name: 'Update', value: 'update', description: 'Write the given values over those that are there' },
	],
	default: 'update',
	description: 'What to do with a contact that exists already',
};

export const reassign: INodeProperties = {
	displayName: 'Reassign',
	name: 'reassign',
	type: 'boolean',
	default: false,
	description:
		'Whether the team member under Assigned To takes the contact over from the others, instead of sharing it with them',
};

export const writeOnlyChanges: INodeProperties = {
	displayName: 'Write Only Changes',
	name: 'writeOnlyChanges',
	type: 'boolean',
	default: true,
	description:
		'Whether to compare with the contact first and write nothing when nothing differs, so that two synced systems do not answer each other for ever',
};
