import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** As the node itself reads an address: blanks and invisible characters come along when it is copied. */
const WITHOUT_BLANKS = '.replace(/[\\s\\p{Cf}]/gu, "")';

/** The API key of a WhatsAble product: Notifyer System, WhatsAble or Notifier. */
export class WhatsAbleSyncApi implements ICredentialType {
	name = 'whatsAbleSyncApi';

	displayName = 'WhatsAble Sync API';

	icon = { light: 'file:whatsAble.svg', dark: 'file:whatsAble.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-gohighlevel-sync/n8n-nodes-gohighlevel-sync/blob/main/docs/whatsable/connect.md';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'For messages from your own number, the key of Notifyer (console.notifyer-systems.com > API Key); for the WhatsAble bot, that of dashboard.whatsable.app > Keys. It belongs to one product.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.insightssystem.com',
			description:
				'Change it only for a proxy or for the local sandbox. What WhatsAble serves from dashboard.whatsable.app is then looked for there too.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '={{$credentials.apiKey}}' } },
	};

	// It only reads, works for the keys of all three products, and answers a wrong key with `success: false`.
	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ $credentials.baseUrl${WITHOUT_BLANKS} }}`,
			url: '/api:gncnl2D6/check-api-key-across-projects',
			// Another host would get what is secret.
			disableFollowRedirect: true,
			method: 'GET',
			json: true,
			ignoreHttpStatusErrors: true,
		},
		rules: [
			refusal(
				'success',
				false,
				'WhatsAble does not know this key. Copy it again from the console, without blanks and without "Bearer".',
			),
			refusal(
				'code',
				'ERROR_CODE_ACCESS_DENIED',
				'WhatsAble refused the key. Copy it again; integrations need a Pro or Agency plan.',
			),
			refusal(
				'code',
				'ERROR_CODE_TOO_MANY_REQUESTS',
				'WhatsAble is receiving too many requests with this key right now. Wait a minute and test again.',
			),
			refusal('product', undefined, 'The answer does not come from WhatsAble. Check the Base URL.'),
		],
	};
}

type Rule = Extract<NonNullable<ICredentialTestRequest['rules']>[number], { type: 'responseSuccessBody' }>;

/** n8n reports the first rule whose key has this value in the answer. */
function refusal(key: string, value: string | boolean | undefined, message: string): Rule {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}
