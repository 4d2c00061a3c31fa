import type { IAuthenticateGeneric, ICredentialDataDecryptedObject } from 'n8n-workflow';

import { GoHighLevelOAuth2Api } from '../../credentials/GoHighLevelOAuth2Api.credentials';
import { GoHighLevelPrivateIntegrationApi } from '../../credentials/GoHighLevelPrivateIntegrationApi.credentials';
import { WhatsAbleSyncApi } from '../../credentials/WhatsAbleSyncApi.credentials';
import { WiseAgentOAuth2Api } from '../../credentials/WiseAgentOAuth2Api.credentials';
import { pace } from '../support/pace';
import { DEMO as HIGHLEVEL, runOperation, startSandbox } from '../support/highLevel';
import type { NodeRun } from '../support/running/runWorkflow';
import { DEMO as WHATSABLE, runWhatsAble, startSandbox as startWhatsAble } from '../support/whatsAble';
import { connectWiseAgent, runWiseAgent, startWiseAgent } from '../support/wiseAgent';
import { resolveCredential } from './resolveCredential';
import { testCredential } from './testCredential';

pace({ backoff: { firstMs: 1, maxMs: 20 }, looksMs: [0, 20] });

/** What comes along when a value is copied, or gets into it when it is typed. */
const SPELLINGS: Array<[what: string, spell: (value: string) => string]> = [
	['a blank before', (value) => ` ${value}`],
	['a blank behind', (value) => `${value} `],
	['a tab before', (value) => `\t${value}`],
	['a line break behind', (value) => `${value}\n`],
	['a no-break space before', (value) => `\u00a0${value}`],
	['a no-break space behind', (value) => `${value}\u00a0`],
	['a zero-width space behind', (value) => `${value}\u200b`],
	['a byte order mark before', (value) => `\ufeff${value}`],
	['a left-to-right mark behind', (value) => `${value}\u200e`],
];

/** Only of secrets: what nobody can know how to read. */
const WITHIN: typeof SPELLINGS = [
	['a blank within', (value) => `${value.slice(0, 8)} ${value.slice(8)}`],
	['the word Bearer before', (value) => `Bearer ${value}`],
];

/** Each service in its turn: its credential's test, and a run with the same credential. */
interface Service {
	fields: string[];
	secret?: string;
	isAccepted(field: string, spell: (value: string) => string): Promise<{ test: boolean; run: NodeRun }>;
	close(): Promise<void>;
}

async function highLevel(): Promise<Service> {
	const sandbox = await startSandbox();
	const { token, locationId } = HIGHLEVEL;
	const right: Record<string, string> = { token, locationId, baseUrl: sandbox.url };
	return {
		fields: ['locationId', 'baseUrl'],
		secret: 'token',
		isAccepted: async (field, spell) => {
			const data = { ...right, [field]: spell(right[field] ?? '') };
			const { status } = await testCredential(new GoHighLevelPrivateIntegrationApi(), data);
			return { test: status === 'OK', run: await runOperation(sandbox, 'contact.getAll', data) };
		},
		close: async () => await sandbox.close(),
	};
}

async function whatsAble(): Promise<Service> {
	const sandbox = await startWhatsAble();
	const right: Record<string, string> = { apiKey: WHATSABLE.keys.notifyer, baseUrl: sandbox.url };
	return {
		fields: ['baseUrl'],
		secret: 'apiKey',
		isAccepted: async (field, spell) => {
			const data = { ...right, [field]: spell(right[field] ?? '') };
			const { status } = await testCredential(new WhatsAbleSyncApi(), data);
			return { test: status === 'OK', run: await runWhatsAble(sandbox, 'label.getAll', data) };
		},
		close: async () => await sandbox.close(),
	};
}

async function wiseAgent(): Promise<Service> {
	const sandbox = await startWiseAgent();
	return {
		fields: ['baseUrl'],
		isAccepted: async (_, spell) => {
			const connection = connectWiseAgent(sandbox);
			const stored = connection.credentials.wiseAgentOAuth2Api;
			const data: ICredentialDataDecryptedObject = { ...stored, baseUrl: spell(sandbox.url) };
			const type = new WiseAgentOAuth2Api();
			const tested = Object.assign(type, { authenticate: bearerOf(data) });
			const { status } = await testCredential(tested, data);
			const spelled = { ...connection, credentials: { wiseAgentOAuth2Api: data } };
			const run = await runWiseAgent(sandbox, 'source.getAll', { connection: spelled });
			return { test: status === 'OK', run };
		},
		close: async () => await sandbox.close(),
	};
}

/** n8n's OAuth2 puts the token there. */
function bearerOf({ oauthTokenData }: ICredentialDataDecryptedObject): IAuthenticateGeneric {
	const { access_token: token } = oauthTokenData as unknown as { access_token: string };
	return { type: 'generic', properties: { headers: { Authorization: `Bearer ${token}` } } };
}

describe.each([
	['HighLevel', highLevel],
	['WhatsAble', whatsAble],
	['Wise Agent', wiseAgent],
])('%s', (_, start) => {
	let service: Service;
	beforeAll(async () => (service = await start()));
	afterAll(async () => await service.close());

	test.each(SPELLINGS)('an ID or address with %s is accepted by the test and by a run', async (_, spell) => {
		for (const field of service.fields) {
			const { test: isTested, run } = await service.isAccepted(field, spell);
			expect({ field, isTested, error: run.error?.message }).toEqual({
				field,
				isTested: true,
				error: undefined,
			});
		}
	});

	test.each([...SPELLINGS, ...WITHIN])(
		'of a secret with %s, the test and a run say the same',
		async (_, spell) => {
			if (service.secret === undefined) return;
			const { test: isTested, run } = await service.isAccepted(service.secret, spell);

			expect({ isTested, runs: run.error === undefined }).toEqual({ isTested, runs: isTested });
			if (!isTested) expect(run.error?.message).toMatch(/credential|token|key/i);
		},
	);
});

test.each(SPELLINGS)('n8n connects by OAuth2 at a Base URL with %s', async (_, spell) => {
	const baseUrl = spell('https://proxy.example/');
	const wise = await resolveCredential(new WiseAgentOAuth2Api(), { signInHost: 'own', baseUrl });
	const high = await resolveCredential(new GoHighLevelOAuth2Api(), { signInPage: 'own', baseUrl });

	expect([wise.authUrl, wise.accessTokenUrl, high.authUrl, high.accessTokenUrl]).toEqual([
		'https://proxy.example/WiseAuth/auth',
		'https://proxy.example/WiseAuth/token',
		'https://proxy.example/v2/oauth/chooselocation',
		'https://proxy.example/oauth/token',
	]);
});
