import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { APP_SCOPES, DEMO } from '../../../../sandbox/highLevel';
import { byId, startSandbox } from '../../../support/highLevel';
import { connect, oAuthRequests, secretsOf } from '../../../support/oAuth2';
import { Poller } from '../../../support/running/runPolls';
import { storeContact } from '../../../support/sandboxRuns';
import { eventsOf } from './records';

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const without = (...scopes: string[]) => APP_SCOPES.filter((scope) => !scopes.includes(scope));

describe('a scope that is missing is named, and the workflow is not switched on', () => {
	test.each([
		['contacts.readonly', 'contactCreated'],
		['contacts.readonly', 'noteAdded'],
		['contacts.readonly', 'tagAdded'],
		['locations/tasks.readonly', 'taskCreated'],
	])('%s, for %s', async (scope, event) => {
		const connection = connect(sandbox, { scopes: without(scope) });
		const poller = new Poller(sandbox, { connection, parameters: { events: [event] } });
		const error = await poller.activate().catch((reason: unknown) => reason);
		expect(error).toMatchObject({
			message: expect.stringMatching(
				`^HighLevel refused the token for this operation: The token is not authorized for this scope\\. .*The connection lacks the scope ${scope}\\.`,
			),
			httpCode: '401',
		});
		for (const secret of secretsOf(sandbox)) expect(JSON.stringify(error)).not.toContain(secret);
	});
});

test('a scope that no chosen event needs is not missed', async () => {
	const connection = connect(sandbox, { scopes: ['contacts.readonly'] });
	const events = ['contactCreated', 'contactUpdated', 'noteAdded', 'tagAdded', 'tagRemoved'];
	const poller = new Poller(sandbox, { connection, parameters: { events } });
	await poller.activate();
	const id = storeContact(sandbox);
	expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
});

test('a permission that is taken away later fails the poll, and what happens until it is back comes then', async () => {
	const poller = new Poller(sandbox, { parameters: { events: ['contactCreated'] } });
	await poller.activate();
	const token = sandbox.state.tokens.get(DEMO.token);
	if (!token) throw new Error('The demo has no token');
	sandbox.state.tokens.set(DEMO.token, { ...token, scopes: [] });
	const id = storeContact(sandbox);
	await expect(poller.poll()).rejects.toThrow('HighLevel refused the token');
	sandbox.state.tokens.set(DEMO.token, token);
	expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
});

test('an agency connected by OAuth2 polls the location that the node names', async () => {
	const connection = connect(sandbox, { userType: 'Company' });
	const [location] = sandbox.state.seedLocations(1);
	const locationId = String(location?.id);
	const poller = new Poller(sandbox, {
		connection,
		parameters: { events: ['contactCreated'], locationId: byId(locationId) },
	});
	await poller.activate();
	storeContact(sandbox);
	const { id } = sandbox.state.addContact({ locationId });
	expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
	expect(await poller.poll()).toEqual([]);
	expect(oAuthRequests(sandbox, /locationToken/)).toHaveLength(1);
});

test('an agency without a chosen location is told to choose one', async () => {
	const connection = connect(sandbox, { userType: 'Company' });
	const poller = new Poller(sandbox, { connection, parameters: { events: ['contactCreated'] } });
	await expect(poller.activate()).rejects.toMatchObject({
		message: expect.stringMatching(/^This connection is to an agency, and no location is chosen\. ./),
	});
});

test('an OAuth2 token that has expired is renewed on the way', async () => {
	const connection = connect(sandbox);
	const poller = new Poller(sandbox, { connection, parameters: { events: ['contactCreated'] } });
	await poller.activate();
	sandbox.oauth.expireAccessTokens();
	const id = storeContact(sandbox);
	expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
	expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1 });
});
