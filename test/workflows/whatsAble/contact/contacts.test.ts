import { pace } from '../../../support/pace';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import {
	contactOf,
	DEMO,
	fail,
	requestsTo,
	runWhatsAble,
	startSandbox,
	succeed,
} from '../../../support/whatsAble';

const UPSERT = 'contact.upsert';
const { olivia, jonas } = DEMO.contacts;

// The rule is the same after shorter waits.
pace({ refused: { firstWaitMs: 20 } });

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

test('a number that is no contact yet becomes one, with name, note and labels', async () => {
	const [item] = await succeed(sandbox, UPSERT, {
		parameters: {
			phoneNumber: '+1 (212) 555-0188',
			additionalFields: {
				displayName: 'Ada Lovelace',
				note: 'Met at the open house',
				labels: ['New Lead', 'buyer'],
			},
		},
	});
	expect(item).toMatchObject({ success: true, phone_number: '+12125550188' });
	expect(item).toMatchObject({
		changedFields: ['displayName', 'note', 'labels'],
		changes: { displayName: { to: 'Ada Lovelace' }, note: { to: 'Met at the open house' } },
	});
	expect(contactOf(sandbox, '12125550188')).toEqual({
		name: 'Ada Lovelace',
		note: 'Met at the open house',
		labels: ['New Lead', 'Buyer'],
	});
});

test('the endpoint that takes a name is used, with the number as digits', async () => {
	await succeed(sandbox, UPSERT, {
		parameters: { phoneNumber: `+${olivia}`, additionalFields: { displayName: 'Olivia G.' } },
	});
	expect(requestsTo(sandbox, '/recipient/details/update')).toMatchObject([
		{
			method: 'PUT',
			path: '/api:hFrjh8a1/zapier/recipient/details/update',
			body: { phone_number: olivia, display_name: 'Olivia G.', labels: [], selected_labels: [] },
		},
	]);
});

test('what is not given stays as it is', async () => {
	const before = contactOf(sandbox, olivia);
	await succeed(sandbox, UPSERT, {
		parameters: {
			phoneNumber: olivia,
			additionalFields: { displayName: '', note: '', labels: [], removeLabels: '' },
		},
	});
	expect(contactOf(sandbox, olivia)).toEqual(before);
});

test('labels are added and removed in one step', async () => {
	await succeed(sandbox, UPSERT, {
		parameters: {
			phoneNumber: olivia,
			additionalFields: { labels: ['Viewing Booked'], removeLabels: ['hot lead'] },
		},
	});
	expect(contactOf(sandbox, olivia)?.labels).toEqual(['Buyer', 'Viewing Booked']);
});

test('a label in both lists is refused, and nothing is changed', async () => {
	const before = contactOf(sandbox, olivia);
	const error = await fail(sandbox, UPSERT, {
		parameters: {
			phoneNumber: olivia,
			additionalFields: { labels: ['Buyer'], removeLabels: ['buyer'] },
		},
	});
	expect(error.message).toContain('The same label is to be added and removed: Buyer');
	expect(contactOf(sandbox, olivia)).toEqual(before);
});

test('a note replaces the one that is there', async () => {
	await succeed(sandbox, UPSERT, {
		parameters: { phoneNumber: olivia, additionalFields: { note: 'New' } },
	});
	expect(contactOf(sandbox, olivia)?.note).toBe('New');
});

test('a note is put below the existing one that the item brings, and not twice when the item is run again', async () => {
	const existing = contactOf(sandbox, olivia)?.note ?? '';
	const write = async (existingNote: string) =>
		await succeed(sandbox, UPSERT, {
			items: [{ existingNote }],
			parameters: {
				phoneNumber: olivia,
				additionalFields: { existingNote: '={{ $json.existingNote }}', note: 'Task: call back on Friday' },
			},
		});
	await write(existing);
	const after = contactOf(sandbox, olivia)?.note ?? '';
	expect(after).toBe(`${existing}\nTask: call back on Friday`);
	await write(after);
	expect(contactOf(sandbox, olivia)?.note).toBe(after);
});

test('all labels are removed, and nothing else', async () => {
	const { name, note } = contactOf(sandbox, olivia) ?? {};
	const [item] = await succeed(sandbox, 'contact.removeAllLabels', { parameters: { phoneNumber: olivia } });
	expect(item).toMatchObject({ phone_number: `+${olivia}` });
	expect(contactOf(sandbox, olivia)).toEqual({ name, note, labels: [] });
});

test('two items for one contact are written one after the other, in their order', async () => {
	sandbox.faults.add({ kind: 'rateLimited', times: 1 });
	await succeed(sandbox, UPSERT, {
		items: Array.from({ length: 20 }, (_, index) => ({ name: `Name ${index}` })),
		parameters: { phoneNumber: jonas, additionalFields: { displayName: '={{ $json.name }}' } },
	});
	expect(contactOf(sandbox, jonas)?.name).toBe('Name 19');
	const names = requestsTo(sandbox, '/recipient/details/update')
		.filter(({ status }) => status === 200)
		.map(({ body }) => (body as { display_name: string }).display_name);
	expect(names).toEqual(Array.from({ length: 20 }, (_, index) => `Name ${index}`));
});

test('a lost answer is no reason to stop: the same change is made again', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 2, path: 'recipient/details/update' });
	await succeed(sandbox, UPSERT, {
		parameters: { phoneNumber: olivia, additionalFields: { note: 'Once', labels: ['Seller'] } },
	});
	sandbox.faults.clear();
	expect(requestsTo(sandbox, '/recipient/details/update')).toHaveLength(3);
	expect(contactOf(sandbox, olivia)).toMatchObject({ note: 'Once', labels: ['Buyer', 'Hot Lead', 'Seller'] });
});

test('tags of another system that Notifyer does not have are left out where the operator says so', async () => {
	await succeed(sandbox, UPSERT, {
		items: [{ tags: ['buyer', 'zip-90210', 'webinar'] }],
		parameters: {
			phoneNumber: jonas,
			additionalFields: { labels: '={{ $json.tags }}' },
			options: { unknownLabels: 'leaveOut' },
		},
	});
	expect(contactOf(sandbox, jonas)?.labels).toEqual(['Seller', 'Buyer']);
});

test('an item whose number cannot be one fails alone', async () => {
	const run = await runWhatsAble(sandbox, UPSERT, {
		items: [{ phone: '555' }, { phone: `+${olivia}` }],
		parameters: { phoneNumber: '={{ $json.phone }}', additionalFields: { displayName: 'X' } },
		onError: 'continueErrorOutput',
	});
	expect(run.items).toHaveLength(1);
	expect(run.errorItems.map(({ json }) => json.error)).toEqual([
		expect.stringContaining('is not a phone number: 555'),
	]);
});
