import type { IDataObject, INodeProperties } from 'n8n-workflow';

/** What to do when the email belongs to one contact and the phone to another. */
export type IdentifierConflict = 'error' | 'preferEmail' | 'preferPhone';

/** What to do with a contact that exists already. */
export type OnExisting = 'doNothing' | 'fillEmpty' | 'update';

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

export const writeOnlyChanges: INodeProperties = {
	displayName: 'Write Only Changes',
	name: 'writeOnlyChanges',
	type: 'boolean',
	default: true,
	description:
		'Whether to compare with the contact first and write nothing when nothing differs, so that two synced systems do not answer each other for ever',
};

/**
 * What to do with a list of names that the contact has; its values are a `ListMode`.
 *
 * @param displayName what the service calls them, such as Tags
 */
export function listMode(displayName: string, name: string): INodeProperties {
	const word = displayName.toLowerCase();
	return {
		displayName,
		name,
		type: 'options',
		options: [
			{ name: 'Add', value: 'add', description: `Add the given ${word} to those that the contact has` },
			{ name: 'Remove', value: 'remove', description: `Take the given ${word} away` },
			{ name: 'Replace', value: 'replace', description: `Take all other ${word} away` },
		],
		default: 'add',
		description: `What to do with the ${word} of a contact that exists already`,
	};
}

/** What an upsert does where a person is there already, from the collection `options`. */
export function existingOptionsOf(options: IDataObject): {
	onExisting: OnExisting;
	identifierConflict: IdentifierConflict;
} {
	return {
		onExisting: (options.onExisting ?? onExisting.default) as OnExisting,
		identifierConflict: (options.identifierConflict ?? identifierConflict.default) as IdentifierConflict,
	};
}
