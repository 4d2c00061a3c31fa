import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { catalogue } from '../nodes/GoHighLevel/actions';
import { scopesOf } from '../nodes/core/operation/request';
import { KINDS } from '../nodes/GoHighLevel/events/poll/kinds';

/**
 * Who asks for them unasked, and has an app without them, could not connect: those of recurring tasks are not in
 * HighLevel's specification, and locations are created by agencies alone.
 */
const ON_REQUEST = ['locations.write', 'recurring-tasks.readonly', 'recurring-tasks.write'];

/** What an agency needs to list its locations and to get a token for each. */
const AGENCY_SCOPES = ['oauth.readonly', 'oauth.write'];

const OF_OPERATIONS = Object.values(catalogue).flatMap(({ operations }) =>
	Object.values(operations).flatMap(scopesOf),
);
const OF_POLLS = KINDS.flatMap(({ events, lists = [] }) => [...events, { requests: lists }]).flatMap(
	scopesOf,
);

/** What operations and polls need, in the order of the alphabet. */
const NEEDED = [...OF_OPERATIONS, ...OF_POLLS]
	.filter((scope, index, all) => all.indexOf(scope) === index && !ON_REQUEST.includes(scope))
	.sort();

const READ_SCOPES = NEEDED.filter((scope) => scope.endsWith('.readonly'));
const READ_AND_WRITE = [...READ_SCOPES, ...NEEDED.filter((scope) => !READ_SCOPES.includes(scope))];

const ALL = [...READ_AND_WRITE, ...AGENCY_SCOPES, ...ON_REQUEST];

/**
 * n8n drops the saved value of `scope` for OAuth2 types that it does not know, and takes the default again: so the
 * choice is made in other fields, and `scope` is computed from them.
 */
const SCOPE_OF_CHOICE =
	'={{ ({' +
	`readOnly: "${READ_SCOPES.join(' ')}", ` +
	`readWrite: "${READ_AND_WRITE.join(' ')}", ` +
	'custom: ($self["enabledScopes"] || []).join(" ")' +
	'})[$self["access"]] + ($self["agency"] && $self["access"] !== "custom" ? ' +
	`" ${AGENCY_SCOPES.join(' ')}" : "") }}`;

/** A HighLevel app of one's own, connected by OAuth2 to a location or to a whole agency. */
export class GoHighLevelOAuth2Api implements ICredentialType {
	name = 'goHighLevelOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'GoHighLevel OAuth2 API';

	icon = { light: 'file:goHighLevel.svg', dark: 'file:goHighLevel.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-gohighlevel-sync/n8n-nodes-gohighlevel-sync/blob/main/docs/highlevel/connect.md';

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Sign-in Page',
			name: 'signInPage',
			type: 'options',
			options: [
				{
					name: 'Own',
					value: 'own',
					description: 'A domain of your own, or the local sandbox',
				},
				{ name: 'Standard', value: 'standard', description: 'marketplace.gohighlevel.com' },
				{ name: 'White-Label', value: 'whiteLabel', description: 'marketplace.leadconnectorhq.com' },
			],
			default: 'standard',
			description: 'Where HighLevel asks you to sign in and to choose the location',
		},
		{
			displayName: 'Own Sign-in Address',
			name: 'ownSignInAddress',
			type: 'string',
			displayOptions: { show: { signInPage: ['own'] } },
			default: '',
			placeholder: 'e.g. https://marketplace.example.com',
			description: 'Address without a path; the Base URL when left empty',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default:
				'={{ ({ standard: "https://marketplace.gohighlevel.com", whiteLabel: "https://marketplace.leadconnectorhq.com", ' +
				'own: ($self["ownSignInAddress"] || $self["baseUrl"]).replace(/[\\s\\p{Cf}]/gu, "").replace(/\\/+$/, "") })[$self["signInPage"]] + "/v2/oauth/chooselocation" }}',
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: '={{ $self["baseUrl"].replace(/[\\s\\p{Cf}]/gu, "").replace(/\\/+$/, "") }}/oauth/token',
			required: true,
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			// Private apps are only found with the version id, which is the part of the client id before the dash.
			default: '=version_id={{ ($self["clientId"] || "").split("-")[0] }}',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		{
			displayName: 'Access',
			name: 'access',
			type: 'options',
			options: [
				{ name: 'Custom', value: 'custom', description: 'The scopes that you choose' },
				{ name: 'Read and Write', value: 'readWrite', description: 'Everything but recurring tasks' },
				{ name: 'Read Only', value: 'readOnly', description: 'Nothing can be changed' },
			],
			default: 'readWrite',
			description: 'What n8n may do. The app in HighLevel must have at least these scopes.',
		},
		{
			displayName: 'Scopes',
			name: 'enabledScopes',
			type: 'multiOptions',
			displayOptions: { show: { access: ['custom'] } },
			options: [...ALL].sort().map((scope) => ({ name: scope, value: scope })),
			default: ['contacts.readonly'],
			description: 'Each operation says in the documentation which scopes it needs',
		},
		{
			displayName: 'Whole Agency',
			name: 'agency',
			type: 'boolean',
			displayOptions: { hide: { access: ['custom'] } },
			default: false,
			description:
				'Whether to connect an agency and to choose the location in each node. The app must be made for that, and have the scopes oauth.readonly and oauth.write.',
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: SCOPE_OF_CHOICE },
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://services.leadconnectorhq.com',
			description: 'Change it only for a proxy or for the local sandbox',
		},
	];
}
