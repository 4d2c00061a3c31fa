import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { ifNoIdentifier, SKIPPED } from '../../../core/editor/fields';
import { identifierConflict } from '../../../core/editor/writeOptions';
import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import { emailOf } from '../../../core/values/emails';
import { textOf } from '../../../core/values/texts';
import type { Identity } from '../../api/contacts/contactUpsert';
import type { GivenId } from '../../api/contacts/matching/externalId';
import type { MatchBy } from '../../api/contacts/matching/matches';
import { externalIdFieldLocator } from '../../pickers/locators';

const WITH_EXTERNAL_ID: MatchBy[] = ['externalId', 'externalIdEmailPhone'];

const matchByChoice: INodeProperties = {
	displayName: 'Match By',
	name: 'matchBy',
	type: 'options',
	options: [
		{
			name: 'Email, Then Phone',
			value: 'emailPhone',
			description: 'Find the contact by its email, and if nobody has it, by its phone',
		},
		{
			name: 'External ID Only',
			value: 'externalId',
			description:
				'Find the contact by the ID that it has in another system. Email and phone are only written.',
		},
		{
			name: 'External ID, Then Email, Then Phone',
			value: 'externalIdEmailPhone',
			description:
				'Find the contact by the ID that it has in another system. If no contact has it, find one without an ID by email or phone, and write the ID to it.',
		},
	],
	default: 'emailPhone',
	description: 'How to find the contact that exists already. If none is found, one is created.',
};

const externalId: INodeProperties = {
	displayName: 'External ID',
	name: 'externalId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 8812345',
	description:
		'ID of the contact in the other system. It is written to the external ID field, together with everything else. Upper and lower case matter.',
};

/** How the contact is found: shown above what it is found by. */
export const matchFields: INodeProperties[] = [
	matchByChoice,
	...[externalIdFieldLocator, externalId].map((field) => ({
		...field,
		displayOptions: { show: { matchBy: WITH_EXTERNAL_ID } },
	})),
];

/** The same where the contact is known, and only linked to its counterpart. */
export const linkFields: INodeProperties[] = [{ ...externalIdFieldLocator, required: false }, externalId];

/** The external ID to write from "Update Fields". Throws a `Failure` where the field that holds it is not chosen. */
export function linkOf(params: Params): GivenId | undefined {
	const { externalIdField, externalId: given } = params.collection('updateFields');
	const [field, value] = [textOf(externalIdField, 'External ID Field'), textOf(given, 'External ID')];
	if (value === '') return undefined;
	if (field !== '') return { field, value };
	throw new Failure(
		'"External ID" is given, but not the custom field that holds it',
		'Add "External ID Field" under Update Fields, and choose a custom field. Nothing was written for this item.',
		{ field: 'externalIdField' },
	);
}

/** The options of other services, in the words that an external ID needs. */
export const matchOptions: INodeProperties[] = [
	{
		...identifierConflict,
		description:
			'What to do when the email belongs to one contact and the phone to another. A contact found by its external ID comes first: Prefer Email and Prefer Phone both write to it, without an email or phone that belongs to another contact. Refuse names them all.',
	},
	{
		...ifNoIdentifier,
		description:
			'What to do with an item that has nothing to find the contact by: no email, no phone, and no external ID if Match By uses it',
	},
];

/** Who the item means, and what to find the contact by. Throws a `Failure` for an email that is none. */
export function identityOf(params: Params): Identity & { matchBy: MatchBy } {
	const matchBy = (params.value('matchBy') ?? matchByChoice.default) as MatchBy;
	const given = params.text('email');
	const value = WITH_EXTERNAL_ID.includes(matchBy) ? params.text('externalId') : '';
	return {
		matchBy,
		email: given ? emailOf(given, params.label('email')) : '',
		phone: params.text('phone'),
		...(value ? { externalId: { field: params.id('externalIdField'), value } } : {}),
	};
}

const REASONS: Record<MatchBy, string> = {
	emailPhone: SKIPPED.reason,
	externalId: 'There is no external ID to find the contact by',
	externalIdEmailPhone: 'There is no external ID, email, or phone to find the contact by',
};

/** What an item returns that was skipped, since it has nothing to find the contact by. */
export function skipped(matchBy: MatchBy): IDataObject {
	return { ...SKIPPED, reason: REASONS[matchBy] };
}
