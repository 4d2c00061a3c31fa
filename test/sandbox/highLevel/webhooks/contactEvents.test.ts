import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { call, create, DEMO, locationId, start } from '../support';
import { Receiver } from './receiver';
import { envelope, eventsOf } from './support';

let sandbox: HighLevelSandbox;
let receiver: Receiver;
beforeAll(async () => {
	receiver = await Receiver.start();
	sandbox = await start({ rateLimit: { max: 10_000 }, webhooks: { url: receiver.url } });
});
beforeEach(() => {
	sandbox.reset();
	receiver.clear();
});
afterAll(async () => {
	await sandbox.close();
	await receiver.close();
});

const events = (action: () => unknown) => eventsOf(sandbox, receiver, action);
const types = async (action: () => unknown) => (await events(action)).map(({ type }) => type).sort();

describe('contacts', () => {
	test('a new one is told flat, with the documented fields', async () => {
		let id = '';
		const sent = await events(async () => {
			id = await create(sandbox, {
				name: 'Ada King',
				email: 'ada@x.example',
				phone: '+12125550123',
				dateOfBirth: '1990-12-10',
				tags: ['VIP'],
				customFields: [{ id: DEMO.customFields.budget, value: 350_000 }],
			});
		});
		expect(sent).toEqual([
			{
				type: 'ContactCreate',
				locationId,
				id,
				country: 'US',
				dateAdded: expect.any(String),
				dateOfBirth: '1990-12-10T00:00:00.000Z',
				dnd: false,
				email: 'ada@x.example',
				name: 'Ada King',
				firstName: 'Ada',
				lastName: 'King',
				phone: '+12125550123',
				tags: ['vip'],
				attachments: [],
				customFields: [{ id: DEMO.customFields.budget, value: 350_000 }],
				...envelope,
			},
		]);
	});

	test('a change is told by what was changed', async () => {
		const id = await create(sandbox, { email: 'a@x.example', tags: ['one'] });
		const put = (body: object) => () => call(sandbox, 'PUT', `/contacts/${id}`, body);
		expect(await types(put({ city: 'Hoboken' }))).toEqual(['ContactUpdate']);
		expect(await types(put({ timezone: 'Europe/London' }))).toEqual(['ContactUpdate']);
		expect(await types(put({ tags: ['two'] }))).toEqual(['ContactTagUpdate']);
		expect(await types(put({ city: 'Boston', tags: [] }))).toEqual(['ContactTagUpdate', 'ContactUpdate']);
		expect(await types(put({ city: 'Boston' }))).toEqual([]);
		const tags = { tags: ['three'] };
		expect(await types(() => call(sandbox, 'POST', `/contacts/${id}/tags`, tags))).toEqual([
			'ContactTagUpdate',
		]);
		expect(await types(() => call(sandbox, 'DELETE', `/contacts/${id}/tags`, tags))).toEqual([
			'ContactTagUpdate',
		]);
	});

	test('a change of DND is told with its settings, one of inbound DND not at all', async () => {
		const id = await create(sandbox, { email: 'a@x.example' });
		const [event] = await events(() =>
			call(sandbox, 'PUT', `/contacts/${id}`, { dndSettings: { SMS: { status: 'active' } } }),
		);
		expect(event).toMatchObject({ type: 'ContactDndUpdate', id, dndSettings: { SMS: { status: 'active' } } });
		const inbound = { inboundDndSettings: { all: { status: 'active' } } };
		expect(await types(() => call(sandbox, 'PUT', `/contacts/${id}`, inbound))).toEqual([]);
	});

	test('neither followers, workflows nor uploaded files are told', async () => {
		const id = await create(sandbox, { email: 'a@x.example' });
		const followers = { followers: [DEMO.users.ben] };
		expect(await types(() => call(sandbox, 'POST', `/contacts/${id}/followers`, followers))).toEqual([]);
		const path = `/contacts/${id}/workflow/${DEMO.workflows.newLead}`;
		expect(await types(() => call(sandbox, 'POST', path, {}))).toEqual([]);
		const file = (value: unknown) => ({ customFields: [{ id: DEMO.customFields.documents, value }] });
		expect(await types(() => sandbox.state.updateContact(id, file({ a: 1 })))).toEqual([]);
	});

	test('what goes off contacts with a deleted custom field or business is not told', async () => {
		const { budget } = DEMO.customFields;
		const { northPier } = DEMO.businesses;
		const id = await create(sandbox, { customFields: [{ id: budget, value: 1 }] });
		sandbox.state.updateContact(id, { businessId: northPier });
		const field = `/locations/${locationId}/customFields/${budget}`;
		expect(await types(() => call(sandbox, 'DELETE', field))).toEqual([]);
		expect(await types(() => call(sandbox, 'DELETE', `/businesses/${northPier}`))).toEqual([]);
		expect(sandbox.state.contacts.get(id)).toMatchObject({ customFields: [], businessId: null });
	});

	test('a deleted one is told as it was, and what goes with it is not', async () => {
		const id = await create(sandbox, { email: 'a@x.example', tags: ['one'] });
		await call(sandbox, 'POST', `/contacts/${id}/notes`, { body: 'x' });
		const sent = await events(() => call(sandbox, 'DELETE', `/contacts/${id}`));
		expect(sent).toEqual([expect.objectContaining({ type: 'ContactDelete', id, tags: ['one'] })]);
	});
});
