import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** As the node itself reads an ID or an address: blanks and invisible characters come along when it is copied. */
const WITHOUT_BLANKS = '.replace(/[\\s\\p{Cf}]/gu, "")';

/** A token from HighLevel's Settings > Private Integrations, and the location (sub-account) that it belongs to. */
export class GoHighLevelPrivateIntegrationApi implements ICredentialType {
	name = 'goHighLevelPrivateIntegrationApi';

	displayName = 'GoHighLevel Private Integration API';

	icon = { light: 'file:goHighLevel.svg', dark: 'file:goHighLevel.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-gohighlevel-sync/n8n-nodes-gohighlevel-sync/blob/main/docs/highlevel/connect.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. pit-…',
			description:
				'Made in HighLevel under Settings > Private Integrations of the sub-account, and shown there only once. Choose the scopes View Contacts and Edit Contacts; View Locations, View Users and View Custom Fields make writing quicker and fill the lists.',
		},
		{
			displayName: 'Location ID',
			name: 'locationId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. ve9EPM428h8vShlRW1KT',
			description:
				'ID of the sub-account: HighLevel shows it under Settings > Business Profile, and in the address bar after /location/',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://services.leadconnectorhq.com',
			description: 'Change it only for a proxy or for the local sandbox',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.token}}' } },
	};

	// A contact search needs no more than what every use of this credential needs. HighLevel's own texts tell a wrong
	// token from a missing scope, so the answer is looked at whatever its status.
	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ $credentials.baseUrl${WITHOUT_BLANKS} }}`,
			url: '/contacts/search',
			// Another host would get what is secret.
			disableFollowRedirect: true,
			method: 'POST',
			headers: { Version: '2021-07-28' },
			body: { locationId: `={{ $credentials.locationId${WITHOUT_BLANKS} }}`, pageLimit: 1, page: 1 },
			json: true,
			ignoreHttpStatusErrors: true,
		},
		rules: [
			refusal(
				'message',
				'Invalid JWT',
				'HighLevel does not know this token. Copy it again, or make a new one: a token is shown only once and ends when it is rotated or deleted.',
			),
			refusal(
				'message',
				'The token is not authorized for this scope.',
				'The token is right, but it lacks the scope contacts.readonly (View Contacts), or it belongs to an agency. Edit the private integration of the sub-account.',
			),
			refusal(
				'message',
				'The token does not have access to this location.',
				'The token is right, but it belongs to another location. Check the Location ID: it must be the sub-account in which the token was made.',
			),
			refusal(
				'statusCode',
				401,
				'HighLevel refused the token. Copy it again from the private integration of the sub-account.',
			),
			refusal('statusCode', 403, 'The token has no access to this location. Check the Location ID.'),
			refusal(
				'statusCode',
				422,
				'HighLevel does not accept the Location ID. Copy it from Settings > Business Profile.',
			),
			refusal(
				'statusCode',
				429,
				'HighLevel is receiving too many requests with this token right now. Wait ten seconds and test again.',
			),
			refusal('contacts', undefined, 'The answer does not come from HighLevel. Check the Base URL.'),
		],
	};
}

type Rule = Extract<NonNullable<ICredentialTestRequest['rules']>[number], { type: 'responseSuccessBody' }>;

/** n8n reports the first rule whose key has this value in the answer. */
function refusal(key: string, value: string | number | undefined, message: string): Rule {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}
