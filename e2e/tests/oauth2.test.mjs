/** Connecting by OAuth2 in n8n's editor, and what the node does with the connection. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { setStage } from '../demo/stage.mjs';
import { Browser } from '../lib/pages/browser.mjs';
import { stopAll } from '../lib/children.mjs';
import { Editor } from '../lib/pages/editor.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';
import { SHOWN_PORTS } from '../lib/ports.mjs';

const TYPE = 'GoHighLevel OAuth2 API';

/** Calls of the token endpoints that the sandbox counts. */
const NOTHING = { exchanges: 0, refreshes: 0, refusedRefreshes: 0, locationTokens: 0 };

describe('connecting by OAuth2', { timeout: 600_000 }, () => {
	let sandbox, n8n, browser, editor, demo;

	before(async () => {
		browser = await Browser.open();
		({ sandbox, n8n } = await setStage({
			userFolder: freshUserFolder('oauth2'),
			...SHOWN_PORTS,
			logName: 'test-oauth2',
		}));
		demo = await sandbox.constants();
		editor = new Editor(browser.page, n8n.url);
		await editor.signIn();
	});

	after(async () => {
		await browser?.close();
		await stopAll();
	});

	/** The credential's dialog with everything in it that the sandbox wants. */
	async function newCredential(name) {
		const dialog = await editor.newCredential(TYPE);
		await dialog.rename(name);
		await dialog.choose('signInPage', 'Own');
		await dialog.fill('baseUrl', sandbox.url);
		await dialog.fill('clientId', demo.app.clientId);
		await dialog.fill('clientSecret', demo.app.clientSecret);
		return dialog;
	}

	/** How often each token endpoint was called while `action` ran. */
	async function countsOf(action) {
		const before = await sandbox.oAuthCounts();
		await action();
		const counts = await sandbox.oAuthCounts();
		return Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, count - before[kind]]));
	}

	/** Changes the open node's credential and connects again. @returns what the consent page asked for */
	async function reconnect(where, change = async () => {}) {
		const dialog = await editor.openCredential();
		await change(dialog);
		const consent = await dialog.connect();
		const scopes = await consent.scopes();
		await consent.choose(where);
		await consent.allow();
		await dialog.waitForConnected();
		await dialog.close();
		return scopes;
	}

	describe('a location', () => {
		const NAME = 'Harborview Realty';
		let dialog;

		test('shows the redirect URL that the app needs', async () => {
			dialog = await newCredential(NAME);
			assert.equal(await dialog.redirectUrl(), `${n8n.url}/rest/oauth2-credential/callback`);
			await editor.settle();
			await dialog.unfolded(() => browser.picture('oauth2-credential', { of: dialog.root }));
		});

		test('says so when the person cancels, and stays ready to connect', async () => {
			const consent = await dialog.connect();
			assert.match(await consent.cancel(), /Failed to connect/);
			await dialog.waitForNotConnected();
		});

		test('connects to the location that the person chooses', async () => {
			const consent = await dialog.connect();
			await consent.choose(demo.locationId);
			await browser.picture('oauth2-consent', { page: consent.page });
			await consent.allow();
			await dialog.waitForConnected();
			await editor.settle();
			await browser.picture('oauth2-connected');
			await dialog.close();
		});

		test('runs the node with the connection', async () => {
			await editor.newWorkflow();
			await editor.searchNodes('GHL');
			await editor.addNode('GoHighLevel', 'Create or update a contact');
			await editor.chooseCredential(NAME);
			await editor.fill('email', 'nora.field@example.com');
			await editor.fill('firstName', 'Nora');
			const [shown] = await editor.executeStep();
			assert.equal(shown.outcome, 'created');
			assert.deepEqual(
				(await sandbox.contacts()).map(({ id, firstName }) => ({ id, firstName })),
				[{ id: shown.id, firstName: 'Nora' }],
			);
			await editor.settle();
			await browser.picture('oauth2-node-output');
		});

		test('goes on after the tokens have expired, with one refresh', async () => {
			await sandbox.expireAccessTokens();
			const counts = await countsOf(async () => {
				const [shown] = await editor.executeStep();
				assert.equal(shown.outcome, 'unchanged');
			});
			assert.deepEqual(counts, { ...NOTHING, refreshes: 1 });
		});

		test('asks for reading only, and names the scope that a write lacks', async () => {
			const scopes = await reconnect(demo.locationId, (dialog) => dialog.choose('access', 'Read Only'));
			assert.ok(scopes.includes('contacts.readonly'));
			assert.deepEqual(
				scopes.filter((scope) => !scope.endsWith('.readonly')),
				[],
			);

			await editor.fill('firstName', 'Nora Jane');
			const error = await editor.executeFailingStep();
			assert.match(error, /lacks the scope contacts\.write/);
			const [stored] = await sandbox.contacts();
			assert.equal(stored.firstName, 'Nora');
		});

		test('asks for exactly the scopes that the person picks, after leaving and reopening too', async () => {
			const picked = ['users.readonly'];
			const scopes = await reconnect(demo.locationId, async (dialog) => {
				await dialog.choose('access', 'Custom');
				await dialog.chooseOnly('enabledScopes', picked);
			});
			assert.deepEqual(scopes, picked);
			assert.match(await editor.executeFailingStep(), /lacks the scope contacts\.write, contacts\.readonly/);

			// n8n drops a saved scope when it loads a credential; the choice has to come through.
			assert.deepEqual(await reconnect(demo.locationId), picked);
		});

		test('works again after a wider choice is connected', async () => {
			await reconnect(demo.locationId, (dialog) => dialog.choose('access', 'Read and Write'));
			const counts = await countsOf(async () => {
				const [shown] = await editor.executeStep();
				assert.equal(shown.outcome, 'updated');
			});
			assert.deepEqual(counts, NOTHING);
			const [stored] = await sandbox.contacts();
			assert.equal(stored.firstName, 'Nora Jane');
		});
	});

	describe('an agency', () => {
		const NAME = 'Bright Harbor Agency';
		const lakeside = () => ({ token: demo.otherLocationToken, locationId: demo.otherLocationId });
		let installed;

		before(async () => {
			await sandbox.control('locations', { method: 'POST', body: { count: 6 } });
			installed = (await sandbox.control('state')).records.locations;
		});

		test('connects as a whole', async () => {
			const dialog = await newCredential(NAME);
			await dialog.toggle('agency');
			const consent = await dialog.connect();
			const scopes = await consent.scopes();
			assert.deepEqual(
				scopes.filter((scope) => scope.startsWith('oauth.')),
				['oauth.readonly', 'oauth.write'],
			);
			await consent.choose('agency');
			await consent.allow();
			await dialog.waitForConnected();
			await dialog.close();
			// Joined the agency later, without the app.
			await sandbox.control('locations', { method: 'POST', body: { count: 2, installed: false } });
		});

		test('lists the locations in which the app is installed, and searches them', async () => {
			await editor.newWorkflow();
			await editor.searchNodes('GHL');
			await editor.addNode('GoHighLevel', 'Create or update a contact');
			await editor.chooseCredential(NAME);
			await editor.fill('email', 'sam.lake@example.com');
			await editor.fill('firstName', 'Sam');
			const list = await editor.openList('locationId');
			const names = await list.names(installed);
			assert.equal(names.length, installed);
			assert.ok(names.some((name) => name.startsWith('Harborview Realty')));
			await editor.settle();
			await browser.picture('oauth2-agency-location');
			const [found] = await list.search('lakeside', { count: 1 });
			assert.match(found, /^Lakeside Homes/);
			await list.close();
		});

		test('says that a location has to be chosen', async () => {
			const before = await sandbox.contactCount();
			assert.match(await editor.executeFailingStep(), /agency, and no location is chosen/);
			assert.equal(await sandbox.contactCount(), before);
		});

		test('writes to the chosen location, with a token for it', async () => {
			const list = await editor.openList('locationId');
			await list.choose('Lakeside Homes');
			const counts = await countsOf(async () => {
				const [shown] = await editor.executeStep();
				assert.equal(shown.outcome, 'created');
				const stored = await sandbox.contacts(lakeside());
				assert.deepEqual(
					stored.map(({ id, firstName }) => ({ id, firstName })),
					[{ id: shown.id, firstName: 'Sam' }],
				);
			});
			assert.deepEqual(counts, { ...NOTHING, locationTokens: 1 });
		});

		test('holds to a narrower and to a wider choice at once, when connected anew', async () => {
			await reconnect('agency', (dialog) => dialog.choose('access', 'Read Only'));
			await editor.fill('firstName', 'Samuel');
			assert.match(await editor.executeFailingStep(), /lacks the scope contacts\.write/);

			await reconnect('agency', (dialog) => dialog.choose('access', 'Read and Write'));
			const [shown] = await editor.executeStep();
			assert.equal(shown.outcome, 'updated');
		});

		test('goes on after all tokens have expired, with one refresh and one exchange', async () => {
			// A token that is refused within a minute of its exchange is not exchanged again.
			await setTimeout(61_000);
			await sandbox.expireAccessTokens();
			const counts = await countsOf(async () => {
				const [shown] = await editor.executeStep();
				assert.equal(shown.outcome, 'unchanged');
			});
			assert.deepEqual(counts, { ...NOTHING, refreshes: 1, locationTokens: 1 });
		});
	});
});
