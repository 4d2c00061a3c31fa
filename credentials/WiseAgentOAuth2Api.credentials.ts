import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

/** What an app may ask for. Source: official API page; `planner` is what its section on calendar events names. */
const SCOPES = [
	{ name: 'Calendar', value: 'calendar', description: 'Read and add calendar events' },
	{
		name: 'Contacts',
		value: 'contacts',
		description: 'Contacts, notes, calls, categories, sources, vendors',
	},
	{ name: 'Marketing', value: 'marketing', description: 'Marketing programs' },
	{ name: 'Planner', value: 'planner', description: 'Only if adding a calendar event is refused without it' },
	{ name: 'Profile', value: 'profile', description: 'Who is connected, pipelines, and all triggers' },
	{ name: 'Properties', value: 'properties', description: 'Properties, and what contacts look for' },
	{ name: 'Team', value: 'team', description: 'Tasks, and the members of the team' },
];

/** What most workflows need. */
const USUAL_SCOPES = ['profile', 'team', 'contacts'];

/** The host of the sign-in page and of tokens, as chosen. */
const SIGN_IN_HOST =
	'({ standard: "https://sync.thewiseagent.com", newer: "https://sync.wiseagent.com", ' +
	'own: ($self["ownSignInAddress"] || $self["baseUrl"]).replace(/[\\s\\p{Cf}]/gu, "").replace(/\\/+$/, "") })[$self["signInHost"]]';

/** Wise Agent, connected by OAuth2 with a client that its support hands out on request. */
export class WiseAgentOAuth2Api implements ICredentialType {
	name = 'wiseAgentOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Wise Agent OAuth2 API';

	icon = { light: 'file:wiseAgent.svg', dark: 'file:wiseAgent.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-gohighlevel-sync/n8n-nodes-gohighlevel-sync/blob/main/docs/wise-agent/connect.md';

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'pkce' },
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'As Wise Agent sent it to you; empty for a client that has none',
		},
		{
			displayName: 'Sign-in Host',
			name: 'signInHost',
			type: 'options',
			options: [
				{ name: 'Newer', value: 'newer', description: 'sync.wiseagent.com' },
				{ name: 'Own', value: 'own', description: 'A proxy, or the local sandbox' },
				{ name: 'Standard', value: 'standard', description: 'sync.thewiseagent.com' },
			],
			default: 'standard',
			description:
				'Where Wise Agent asks you to sign in. It uses two host names; try the newer one when the standard one does not answer.',
		},
		{
			displayName: 'Own Sign-in Address',
			name: 'ownSignInAddress',
			type: 'string',
			displayOptions: { show: { signInHost: ['own'] } },
			default: '',
			placeholder: 'e.g. https://wiseagent.example.com',
			description: 'Address without a path; the Base URL when left empty',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{ ${SIGN_IN_HOST} + "/WiseAuth/auth" }}`,
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ ${SIGN_IN_HOST} + "/WiseAuth/token" }}`,
			required: true,
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		{
			displayName: 'Scopes',
			name: 'enabledScopes',
			type: 'multiOptions',
			options: SCOPES,
			// n8n's editor empties a list that is shown from the beginning, whatever its default.
			default: [],
			description:
				'What n8n may do: profile, team and contacts when none is chosen. Your client at Wise Agent must be allowed at least these; each operation says in the documentation which it needs.',
		},
		// n8n drops the saved value of `scope` for OAuth2 types that it does not know, and takes the default again.
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: `={{ ($self["enabledScopes"] || []).join(" ") || "${USUAL_SCOPES.join(' ')}" }}`,
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://sync.thewiseagent.com',
			description: 'Where the API is. Change it only for a proxy or for the local sandbox.',
		},
	];

	// n8n's editor shows no Test button for OAuth2; its API and other tools run this.
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[\\s\\p{Cf}]/gu, "") }}',
			url: '/http/webconnect.asp',
			// Another host would get what is secret.
			disableFollowRedirect: true,
			qs: { requestType: 'getUser' },
			headers: { Accept: 'application/json' },
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'Email',
					value: undefined,
					message:
						'Wise Agent does not say who is connected. The connection may lack the scope profile, or the Base URL leads elsewhere.',
				},
			},
		],
	};
}
