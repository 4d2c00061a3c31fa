/** The Test button of n8n's credential dialog, through the request that the dialog sends. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sharedStage } from './stage.mjs';

const type = 'goHighLevelPrivateIntegrationApi';

describe('testing a private integration credential', { timeout: 300_000 }, () => {
	let client, right, constants;

	before(async () => {
		const { sandbox, n8n } = await sharedStage();
		client = n8n.client;
		constants = await sandbox.constants();
		right = { token: constants.token, locationId: constants.locationId, baseUrl: sandbox.url };
	});

	/** Saves a credential and presses Test, as the dialog does. */
	async function tested(changes) {
		const data = { ...right, ...changes };
		const { id, name } = await client.saveCredential({ name: 'Under test', type, data });
		return await client.testCredential({ id, name, type, data });
	}

	test('accepts a token with its location', async () => {
		assert.equal((await tested({})).status, 'OK');
	});

	test('accepts a token that may only read', async () => {
		assert.equal((await tested({ token: constants.readOnlyToken })).status, 'OK');
	});

	for (const [what, changes, message] of [
		[
			'a wrong token',
			() => ({ token: 'pit-00000000-0000-0000-0000-000000000000' }),
			/does not know this token/,
		],
		['no token', () => ({ token: '' }), /token/i],
		['the location of another token', () => ({ locationId: constants.otherLocationId }), /another location/],
		['an unknown location', () => ({ locationId: 'AAAAAAAAAAAAAAAAAAAA' }), /location/i],
		['a token of the agency', () => ({ token: constants.agencyToken }), /agency|scope/i],
		['an address that is not HighLevel', () => ({ baseUrl: client.url }), /Base URL|404|not/i],
		['an address where nobody answers', () => ({ baseUrl: 'http://127.0.0.1:9' }), /refused|ECONNREFUSED/i],
	]) {
		test(`refuses ${what} and says so`, async () => {
			const result = await tested(changes());
			assert.equal(result.status, 'Error', JSON.stringify(result));
			assert.match(result.message, message);
			assert.doesNotMatch(result.message, /pit-0/, 'the message must not show a token');
		});
	}
});
