import { resolve } from 'node:path';

import { HighLevel, MemorySessionStorage } from '@gohighlevel/api-client';
import { RoutingNode } from 'n8n-core';
import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import type { HighLevelSandbox } from '../sandbox/highLevel';
import { DEMO } from '../sandbox/highLevel';
import { runNode } from '../test/support/running/runWorkflow';

/** One way to put people into HighLevel. */
export interface Contender {
	name: string;
	/** What an n8n that has run before already knows; not measured. */
	warmUp?: (sandbox: HighLevelSandbox) => Promise<void>;
	/** Upserts these people once. */
	upsert: (sandbox: HighLevelSandbox, people: Person[]) => Promise<void>;
}

export type Person = { email: string; firstName: string };

export function people(count: number): Person[] {
	return Array.from({ length: count }, (_, index) => ({
		email: `lead${index}@example.com`,
		firstName: `Lead ${index}`,
	}));
}

/** This package's node, in one execution of the real n8n-core. */
export const ours: Contender = {
	name: 'this package',
	warmUp: async (sandbox) =>
		await upsertWithOurs(sandbox, [{ email: 'first@example.com', firstName: 'First' }]),
	upsert: upsertWithOurs,
};

/** The same without anything known beforehand: it reads the location's settings, one request more. */
export const oursCold: Contender = { name: 'this package, cold', upsert: upsertWithOurs };

/** n8n's own HighLevel node (its Create is an upsert), in one execution of the real n8n-core. */
export const builtIn: Contender = { name: "n8n's built-in node", upsert: upsertWithBuiltIn };

/** The official SDK in a plain loop, with its own retry on 429 switched on. */
export const sdk: Contender = { name: 'official SDK, loop', upsert: upsertWithSdk };

async function upsertWithOurs(sandbox: HighLevelSandbox, items: Person[]): Promise<void> {
	await runNode({
		items,
		parameters: {
			authentication: 'privateIntegration',
			resource: 'contact',
			operation: 'upsert',
			email: '={{ $json.email }}',
			phone: '',
			firstName: '={{ $json.firstName }}',
			lastName: '',
			additionalFields: {},
			customFields: { mappingMode: 'defineBelow', value: null },
			options: {},
		},
		credentials: {
			goHighLevelPrivateIntegrationApi: {
				token: DEMO.token,
				locationId: DEMO.locationId,
				baseUrl: sandbox.url,
			},
		},
		onError: 'continueErrorOutput',
	});
}

async function upsertWithBuiltIn(sandbox: HighLevelSandbox, items: Person[]): Promise<void> {
	await runNode({
		items,
		parameters: {
			resource: 'contact',
			operation: 'create',
			email: '={{ $json.email }}',
			phone: '',
			additionalFields: { firstName: '={{ $json.firstName }}' },
			requestOptions: {},
		},
		credentials: {
			highLevelOAuth2Api: {
				grantType: 'authorizationCode',
				accessTokenUrl: `${sandbox.url}/oauth/token`,
				authentication: 'body',
				clientId: 'bench',
				clientSecret: 'bench',
				oauthTokenData: { access_token: DEMO.token, token_type: 'Bearer', locationId: DEMO.locationId },
			},
		},
		onError: 'continueErrorOutput',
		peer: {
			nodeType: builtInNode(sandbox.url),
			credentialType: 'highLevelOAuth2Api',
			extends: ['oAuth2Api'],
		},
	});
}

/** The built-in node of the n8n that is installed in e2e/, sent to the sandbox instead of HighLevel. */
function builtInNode(baseURL: string): INodeType {
	const file = resolve(
		__dirname,
		'../e2e/node_modules/n8n-nodes-base/dist/nodes/HighLevel/HighLevel.node.js',
	);
	const { HighLevel: Versioned } = require(file) as {
		HighLevel: new () => { nodeVersions: Record<number, INodeType> };
	};
	const nodeType = new Versioned().nodeVersions[2] as INodeType;
	nodeType.description.requestDefaults = { ...nodeType.description.requestDefaults, baseURL };
	nodeType.execute = async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const routing = new RoutingNode(
			this as unknown as ConstructorParameters<typeof RoutingNode>[0],
			nodeType,
		);
		return ((await routing.runNode()) ?? []) as INodeExecutionData[][];
	};
	return nodeType;
}

async function upsertWithSdk(sandbox: HighLevelSandbox, items: Person[]): Promise<void> {
	const client = new HighLevel({
		privateIntegrationToken: DEMO.token,
		rateLimitRetry: true,
		logLevel: 'none' as never,
		sessionStorage: new MemorySessionStorage(),
	});
	client.getHttpClient().defaults.baseURL = sandbox.url;
	for (const person of items) {
		await client.contacts.upsertContact({ locationId: DEMO.locationId, ...person }).catch(() => undefined);
	}
}
