import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../support/highLevel';
import { storeContact } from '../../../support/sandboxRuns';
import { fail, succeed } from './requests';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

test('every appointment of the contact comes as an item of its own, linked to the contact it was asked for', async () => {
	const [ada, ben, cyd] = [storeContact(sandbox), storeContact(sandbox), storeContact(sandbox)];
	const add = (contactId: string, startTime: string, title: string) =>
		sandbox.state.addAppointment({ contactId, startTime, title, users: [DEMO.users.amelia] });
	add(ada, '2027-03-02T15:00:00.000Z', 'Second viewing');
	add(ada, '2020-03-01T15:00:00.000Z', 'First viewing');
	add(cyd, '2027-07-01T15:00:00.000Z', 'Signing');
	const run = await runContact(sandbox, 'getAppointments', {
		items: [{ id: ada }, { id: ben }, { id: cyd }],
		parameters: { contactId: byId('={{ $json.id }}'), simplify: false },
	});

	expect(run.items.map(({ json, pairedItem }) => [json.title, json.contactId, pairedItem])).toEqual([
		['First viewing', ada, { item: 0 }],
		['Second viewing', ada, { item: 0 }],
		['Signing', cyd, { item: 2 }],
	]);
	// As HighLevel writes times: without a zone, in the location's own.
	expect(run.items[1]?.json).toMatchObject({
		startTime: '2027-03-02 10:00:00',
		endTime: '2027-03-02 10:30:00',
		users: [DEMO.users.amelia],
	});
});

test('a contact without appointments gives none, and no error', async () => {
	const contactId = byId(storeContact(sandbox));
	expect(await succeed(sandbox, 'getAppointments', { parameters: { contactId } })).toEqual([]);
});

test('a contact that is not there is told', async () => {
	const contactId = byId('AAAAbbbbCCCCddddEEEE');
	const error = await fail(sandbox, 'getAppointments', { parameters: { contactId } });
	expect(error.message).toBe('Contact with id AAAAbbbbCCCCddddEEEE not found');
});
