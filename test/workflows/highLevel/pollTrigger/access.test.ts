import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { APP_SCOPES, DEMO } from '../../../../sandbox/highLevel';
import { byId, startSandbox } from '../../../support/highLevel';
import { connect, oAuthRequests, secretsOf } from '../../../support/oAuth2';
import { Poller } from '../../../support/running/runPolls';
import { storeContact } from '../../../support/sandboxRuns';
import { addOpportunity } from '../opportunity/records';
import { addListing, eventsOf } from './records';

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const without = (...scopes: string[]) => APP_SCOPES.filter((scope) => !scopes.includes(scope));

describe('a scope that is missing is named, and the workflow is not switched on', () => {
	test.each([
		['contacts.readonly', 'contactCreated'],
		['contacts.readonly', 'noteCreated'],
		['contacts.readonly', 'tagAdded'],
		['contacts.readonly', 'noteUpdated'],
		['locations/tasks.readonly', 'taskCreated'],
		['opportunities.readonly', 'opportunityStageUpdated'],
		['calendars.readonly', 'appointmentCancelled'],
		['calendars/events.readonly', 'appointmentUpdated'],
		['objects/record.readonly', 'recordCreated'],
	])('%s, for %s', async (scope, event) => {
		const connection = connect(sandbox, { scopes: without(scope) });
		const schemaKey = byId(DEMO.objects.listings.key);
		const poller = new Poller(sandbox, { connection, parameters: { events: [event], schemaKey } });
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
	const events = ['contactCreated', 'contactUpdated', 'noteCreated', 'tagAdded', 'tagRemoved'];
	const poller = new Poller(sandbox, { connection, parameters: { events } });
	await poller.activate();
	const id = storeContact(sandbox);
	expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
});

test.each([
	['opportunityCreated', ['opportunities.readonly'], {}],
	[
		'appointmentCreated',
		['calendars/events.readonly'],
		{ appointmentsOf: 'user', userId: byId(DEMO.users.ben) },
	],
	['recordCreated', ['objects/record.readonly'], { schemaKey: byId(DEMO.objects.listings.key) }],
])('%s needs no scope but %j', async (event, scopes, parameters) => {
	const connection = connect(sandbox, { scopes });
	const poller = new Poller(sandbox, { connection, parameters: { events: [event], ...parameters } });
	await poller.activate();
	const at = sandbox.state.clock.nextIso();
	addOpportunity(sandbox, { createdAt: at });
	addListing(sandbox, { name: 'Flat' });
	sandbox.state.addAppointment({
		contactId: storeContact(sandbox),
		startTime: new Date(Date.now() + 86_400_000).toISOString(),
		assignedUserId: DEMO.users.ben,
	});
	expect((await poller.poll()).map((item) => item.event)).toEqual([event]);
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

test('an agency polls opportunities, appointments and records of the location that the node names, and of no other', async () => {
	const connection = connect(sandbox, { userType: 'Company' });
	const events = ['opportunityCreated', 'appointmentCreated', 'recordCreated'];
	const poller = new Poller(sandbox, {
		connection,
		parameters: {
			events,
			locationId: byId(DEMO.locationId),
			schemaKey: byId(DEMO.objects.listings.key),
		},
	});
	await poller.activate();
	const { otherLocationId: locationId } = DEMO;
	const stranger = sandbox.state.addContact({ locationId }).id;
	const startTime = new Date(Date.now() + 86_400_000).toISOString();
	const createdAt = sandbox.state.clock.nextIso();
	addOpportunity(sandbox, { locationId, contactId: stranger, createdAt });
	sandbox.state.addAppointment({ contactId: stranger, startTime });
	const mine = addOpportunity(sandbox, { createdAt }).id;
	const appointment = sandbox.state.addAppointment({ contactId: storeContact(sandbox), startTime }).id;
	const record = addListing(sandbox, { name: 'Flat' });
	expect(eventsOf(await poller.poll())).toEqual([
		`appointmentCreated ${appointment}`,
		`opportunityCreated ${mine}`,
		`recordCreated ${record}`,
	]);
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
