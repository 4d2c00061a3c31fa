import type { RegisteredEvent } from '../../../sandbox/wiseAgent';
import { Receiver } from '../highLevel/webhooks/receiver';
import { eventsOf as eventsAt, registerAll as registerAt } from './eventSupport';
import type { Sent, WiseAgentSandbox } from './support';
import { call, control, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
let receiver: Receiver;
beforeAll(async () => {
	[sandbox, receiver] = await Promise.all([start(), Receiver.start()]);
});
beforeEach(() => {
	sandbox.reset();
	receiver.clear();
});
afterAll(() => Promise.all([sandbox.close(), receiver.close()]));

const eventsOf = (action: () => unknown) => eventsAt(sandbox, receiver, action);
const registerAll = (...events: RegisteredEvent[]) => registerAt(sandbox, receiver, ...events);

describe('an event', () => {
	test('is thin: its type, its time in UTC and ids, unsigned', async () => {
		await registerAll('contactCreate');
		const id = await webcontact(sandbox);
		await sandbox.webhooks.idle();
		const [delivery] = receiver.received;
		expect(delivery?.body).toEqual({
			EventType: 'contactCreate',
			EventCreated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
			ResourceIds: [id],
		});
		expect(Object.keys(delivery?.headers ?? {}).sort()).toEqual([
			'connection',
			'content-length',
			'content-type',
			'host',
		]);
	});

	test('goes to every active webhook for it, and to no other', async () => {
		await registerAll('contactCreate', 'contactCreate', 'contactUpdate');
		await call(sandbox, 'POST', 'webhooks', {
			EventType: 'contactCreate',
			Url: receiver.url,
			Status: 'Disabled',
		});
		expect(await eventsOf(() => webcontact(sandbox))).toHaveLength(2);
	});

	test('echoes what the API changed of contacts and tasks', async () => {
		await registerAll('contactUpdate', 'taskCreate', 'taskUpdate', 'taskDelete');
		const id = await webcontact(sandbox);
		const update = () => call(sandbox, 'POST', 'updateContact', { clientID: id, City: 'Mesa' });
		expect(await eventsOf(update)).toEqual([['contactUpdate', [id]]]);
		const task = (verb: 'POST' | 'PUT' | 'DELETE', sent: Sent) =>
			eventsOf(() => call(sandbox, verb, 'tasks', sent));
		expect(await task('POST', { Description: 'x' })).toEqual([['taskCreate', [11_598]]]);
		expect(await task('PUT', { TaskID: 11_598, Priority: 1 })).toEqual([['taskUpdate', [11_598]]]);
		expect(await task('DELETE', { TaskID: 11_598 })).toEqual([['taskDelete', [11_598]]]);
	});

	test('comes of an update that changes nothing, too', async () => {
		await registerAll('contactUpdate');
		const id = await webcontact(sandbox);
		const update = () => call(sandbox, 'POST', 'updateContact', { clientID: id, CFirst: 'Ada' });
		expect(await eventsOf(update)).toEqual([['contactUpdate', [id]]]);
	});

	test.each([
		['Category', { AddCategories: 'Buyer' }],
		['Status', { ContactStatus: 'Active' }],
		['', { ContactStatus: 'Active', AddCategories: 'Buyer' }],
		['', { ContactStatus: 'Active', City: 'Mesa' }],
	])('of a contact is more specific where nothing else changed: contactUpdate%s', async (detail, fields) => {
		await registerAll('contactUpdate');
		const id = await webcontact(sandbox);
		const update = () => call(sandbox, 'POST', 'updateContact', { clientID: id, ...fields });
		expect(await eventsOf(update)).toEqual([[`contactUpdate${detail}`, [id]]]);
	});

	test('of a changed source is contactUpdateSource', async () => {
		await registerAll('contactUpdate');
		const id = await webcontact(sandbox);
		const change = () => control(sandbox, 'PATCH', `/manual/contacts/${id}`, { Source: 'Zillow' });
		expect(await eventsOf(change)).toEqual([['contactUpdateSource', [id]]]);
	});

	test('of a completed task is taskUpdateComplete, whatever else changed', async () => {
		await registerAll('taskUpdate');
		const { TaskID } = sandbox.state.addTask({});
		const change = (fields: Sent) => eventsOf(() => call(sandbox, 'PUT', 'tasks', { TaskID, ...fields }));
		expect(await change({ Completed: 'yes', Description: 'x' })).toEqual([['taskUpdateComplete', [TaskID]]]);
		expect(await change({ Completed: 'yes' })).toEqual([['taskUpdate', [TaskID]]]);
		expect(await change({ Completed: 'no' })).toEqual([['taskUpdate', [TaskID]]]);
	});

	test('can be made to be of the general types only', async () => {
		sandbox.configure({ webhooks: { specificTypes: false } });
		await registerAll('contactUpdate');
		const id = await webcontact(sandbox);
		const update = () => call(sandbox, 'POST', 'updateContact', { clientID: id, AddCategories: 'Buyer' });
		expect(await eventsOf(update)).toEqual([['contactUpdate', [id]]]);
		sandbox.configure({ webhooks: { specificTypes: true } });
	});

	test('of several contacts has all of their ids, or is sent for each where the settings say so', async () => {
		await registerAll('contactUpdate');
		const ids = [
			await webcontact(sandbox, { CEmail: 'a@x.example' }),
			await webcontact(sandbox, { CEmail: 'b@x.example' }),
		];
		const add = (category: string) => () =>
			call(sandbox, 'POST', 'addClientsToCategory', { category, clientids: ids.join(',') });
		expect(await eventsOf(add('Buyer'))).toEqual([['contactUpdateCategory', ids]]);
		sandbox.configure({ webhooks: { groups: false } });
		const each = await eventsOf(add('Seller'));
		sandbox.configure({ webhooks: { groups: true } });
		expect(each.map(([, resourceIds]) => resourceIds).sort()).toEqual(ids.map((id) => [id]));
	});

	test('of a contact that webcontact met is an update, and none where nothing was added', async () => {
		await registerAll('contactCreate', 'contactUpdate');
		const id = await webcontact(sandbox, { CEmail: 'ada@x.example' });
		const again = (fields: Sent) =>
			eventsOf(() => webcontact(sandbox, { CEmail: 'ada@x.example', ...fields }));
		expect(await again({ CFirst: 'Augusta' })).toEqual([]);
		expect(await again({ MobilePhone: '4805550150' })).toEqual([['contactUpdate', [id]]]);
	});

	test('of a note comes only where a person wrote or changed it', async () => {
		await registerAll('noteCreate', 'noteUpdate');
		const id = await webcontact(sandbox);
		const byApi = () => call(sandbox, 'POST', 'addContactNote', { clientids: id, note: 'x' });
		expect(await eventsOf(byApi)).toEqual([]);
		const [note] = [...sandbox.state.notes.values()];
		const noteID = note?.NoteID ?? 0;
		const change = () => call(sandbox, 'PUT', 'updateContactNote', { noteID, note: 'y' });
		expect(await eventsOf(change)).toEqual([]);

		const byHand = () => control(sandbox, 'POST', '/manual/notes', { owner: String(id), Note: 'x' });
		expect(await eventsOf(byHand)).toEqual([['noteCreate', [noteID + 1]]]);
		const changeByHand = () => control(sandbox, 'PATCH', `/manual/notes/${noteID}`, { Note: 'z' });
		expect(await eventsOf(changeByHand)).toEqual([['noteUpdate', [noteID]]]);
		const removeByHand = () => control(sandbox, 'DELETE', `/manual/notes/${noteID}`);
		expect(await eventsOf(removeByHand)).toEqual([]);
	});

	test('of a contact that a person deletes is the only one, and the contact is gone by then', async () => {
		await registerAll('contactDelete', 'taskDelete', 'noteUpdate');
		const id = await webcontact(sandbox);
		sandbox.state.addTask({ ContactID: String(id) });
		sandbox.state.addNote({ owner: String(id) });
		const remove = () => control(sandbox, 'DELETE', `/manual/contacts/${id}`);
		expect(await eventsOf(remove)).toEqual([['contactDelete', [id]]]);
		expect((await call(sandbox, 'GET', 'getSingleContact', { clientID: id })).body).toEqual([]);
		expect([sandbox.state.tasks.size, sandbox.state.notes.size]).toEqual([0, 0]);
	});

	test('comes of properties as well', async () => {
		await registerAll('propertyCreate', 'propertyUpdate', 'propertyDelete');
		const change = (verb: 'POST' | 'PUT' | 'DELETE', type: string, sent: Sent) =>
			eventsOf(() => call(sandbox, verb, type, sent));
		const address = { AddressNum: '1', Address: 'E Shea Blvd' };
		expect(await change('POST', 'addProperty', address)).toEqual([['propertyCreate', [12_434]]]);
		const update = { propertyID: 12_434, City: 'Mesa' };
		expect(await change('PUT', 'updateProperty', update)).toEqual([['propertyUpdate', [12_434]]]);
		const remove = { propertyID: 12_434 };
		expect(await change('DELETE', 'deleteProperty', remove)).toEqual([['propertyDelete', [12_434]]]);
	});

	test('does not come of filling the account', async () => {
		await registerAll('contactCreate', 'taskCreate', 'noteCreate');
		expect(await eventsOf(() => sandbox.state.seedContacts(3, { notes: 1, tasks: 1 }))).toEqual([]);
	});
});
