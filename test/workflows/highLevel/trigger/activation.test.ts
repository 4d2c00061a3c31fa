import { NodeOperationError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { DEMO } from '../../../support/highLevel';
import type { TriggerOptions } from '../../../support/running/runWebhook';
import { TriggerServer } from '../../../support/running/runWebhook';
import { signer } from './deliveries';

/** What the operator reads when the workflow is activated with these settings; `undefined` when it is activated. */
async function refusalOf(
	parameters: IDataObject,
	credentials: TriggerOptions['credentials'] = {},
): Promise<string | undefined> {
	const server = await TriggerServer.start({ parameters, credentials });
	try {
		await server.activate();
		return undefined;
	} catch (error) {
		expect(error).toBeInstanceOf(NodeOperationError);
		const { message, description } = error as NodeOperationError;
		return `${message}\n${description ?? ''}`;
	} finally {
		await server.close();
	}
}

const privateToken = {
	goHighLevelPrivateIntegrationApi: {
		token: DEMO.token,
		locationId: DEMO.locationId,
		baseUrl: 'http://127.0.0.1:1',
	},
};
const oAuth2 = (oauthTokenData: IDataObject): Record<string, ICredentialDataDecryptedObject> => ({
	goHighLevelOAuth2Api: { baseUrl: 'http://127.0.0.1:1', clientId: 'app-1', oauthTokenData },
});

describe('a workflow that can work is activated, without asking HighLevel', () => {
	const complete = { completeRecord: true, authentication: 'privateIntegration' };
	const agency = { access_token: 'x', userType: 'Company', companyId: 'c' };

	test.each<[what: string, parameters: IDataObject, credentials?: TriggerOptions['credentials']]>([
		['with one event', { events: ['ContactCreate'] }],
		['with all events', { events: ['*'] }],
		['with an event by name', { events: [], options: { otherEvents: 'BrandNew' } }],
		['with a key of its own', { events: ['*'], options: { publicKey: signer.publicKey } }],
		['with the legacy header', { events: ['*'], options: { acceptLegacySignature: true } }],
		['with a maximum age', { events: ['*'], options: { maxAgeMinutes: 5 } }],
		['with a location', { events: ['*', 'INSTALL'], filters: { locationIds: 'A' } }],
		[
			'with filters that the events answer',
			{ events: ['ContactCreate'], filters: { tags: 'a', assignedTo: 'b' } },
		],
		['with the user of tasks', { events: ['TaskCreate', 'AppointmentDelete'], filters: { assignedTo: 'b' } }],
		['with records', { events: ['*'], ...complete }, privateToken],
		['with records of an agency', { events: ['*'], ...complete, authentication: 'oAuth2' }, oAuth2(agency)],
		[
			'with records and filters for all events, one of which is named as well',
			{ events: ['*', 'INSTALL'], ...complete, filters: { tags: 'a' } },
			privateToken,
		],
		['with records and filters', { events: ['*'], ...complete, filters: { tags: 'a' } }, privateToken],
		[
			'for a HighLevel workflow',
			{ source: 'workflow' },
			{ goHighLevelWebhookApi: { headerName: 'X-Webhook-Secret', secret: '0123456789abcdef' } },
		],
	])('%s', async (_, parameters, credentials = {}) => {
		expect(await refusalOf(parameters, credentials)).toBeUndefined();
	});
});

describe('a workflow that cannot work is not activated, and the text says what to do', () => {
	const complete = { completeRecord: true, authentication: 'oAuth2' };

	test.each<[text: RegExp, parameters: IDataObject, credentials?: TriggerOptions['credentials']]>([
		[/^No event is chosen\. .*All Events/, { events: [] }],
		[/^No event is chosen/, { events: ['', ' '] }],
		[/^"Public Key" is not.* Paste the whole key/, { events: ['*'], options: { publicKey: 'my key' } }],
		[/^"Public Key" is not.*Ed25519/, { events: ['*'], options: { publicKey: signer.legacyPublicKey } }],
		[
			/^"Legacy Public Key" is not.*RSA/,
			{ events: ['*'], options: { acceptLegacySignature: true, legacyPublicKey: signer.publicKey } },
		],
		[/^"Maximum Age" must be a number of minutes above 0/, { events: ['*'], options: { maxAgeMinutes: 0 } }],
		[
			/^"Maximum Age \(Minutes\)" is not a number: soon/,
			{ events: ['*'], options: { maxAgeMinutes: 'soon' } },
		],
		[
			/^The filter "Tags" needs more than HighLevel sends with "Task Created"\. Switch on "Complete Record"/,
			{ events: ['ContactCreate', 'TaskCreate'], filters: { tags: 'a' } },
		],
		[
			/^The filter "Assigned Users" needs more than HighLevel sends with "Note Created"\. Switch on/,
			{ events: ['NoteCreate'], filters: { assignedTo: 'a' } },
		],
		[
			/^The filter "Tags" needs more than HighLevel sends with "All Events"\. Switch on/,
			{ events: ['*'], filters: { tags: 'a' } },
		],
		[
			/^The filter "Tags" can never let "App Installed" through.* Take the event out/,
			{ events: ['ContactCreate', 'INSTALL'], filters: { tags: 'a' } },
		],
		[/not connected yet\. .*Connect/, { events: ['*'], ...complete }, oAuth2({})],
		[/./, { events: ['*'], ...complete }],
		[
			/^The shared secret of the credential cannot be used\. The Secret has 5 characters/,
			{ source: 'workflow' },
			{ goHighLevelWebhookApi: { headerName: 'X-Webhook-Secret', secret: 'short' } },
		],
		[/./, { source: 'workflow' }],
	])('%s', async (text, parameters, credentials = {}) => {
		expect(await refusalOf(parameters, credentials)).toMatch(text);
	});

	test('a secret is in none of the texts', async () => {
		const goHighLevelWebhookApi = { headerName: 'X-Webhook-Secret', secret: 'sésame' };
		expect(await refusalOf({ source: 'workflow' }, { goHighLevelWebhookApi })).not.toContain('sésame');
	});
});

test('a workflow can always be deactivated', async () => {
	const server = await TriggerServer.start({ parameters: { events: [] } });
	expect(await server.deactivate()).toBe(true);
	await server.close();
});
