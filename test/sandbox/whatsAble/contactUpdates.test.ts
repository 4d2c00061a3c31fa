import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import { call, contactOf, contacts, labels, N8N, start } from './support';

let sandbox: WhatsAbleSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const PATHS = {
	n8n: `${N8N}/n8n/recipient/details/update`,
	Zapier: '/api:hFrjh8a1/zapier/recipient/details/update',
	Make: '/api:hFrjh8a1/make/recipient/details/update',
};
const update = (body: Record<string, unknown>, path = PATHS.Zapier) => call(sandbox, 'PUT', path, body);
const olivia = () => contactOf(sandbox, contacts.olivia);

describe.each(Object.entries(PATHS))("%s's endpoint", (client, path) => {
	test('creates an unknown contact, with note and labels', async () => {
		const { status, body } = await update(
			{
				phone_number: '14155550199',
				note: 'From the website',
				labels: [labels.newLead],
				selected_labels: [],
			},
			path,
		);
		expect(status).toBe(200);
		expect(body).toEqual({ success: true, message: expect.any(String) });
		expect(contactOf(sandbox, '14155550199')).toMatchObject({
			note: 'From the website',
			labels: [labels.newLead],
			lastIncomingAtMs: null,
		});
	});

	test('takes the number as a number too', async () => {
		await update({ phone_number: Number(contacts.olivia), note: 'By number' }, path);
		expect(olivia().note).toBe('By number');
	});

	test(client === 'n8n' ? 'ignores a display name' : 'sets the display name', async () => {
		await update({ phone_number: contacts.olivia, display_name: 'Olivia G.' }, path);
		expect(olivia().name).toBe(client === 'n8n' ? 'Olivia Grant' : 'Olivia G.');
	});
});

describe('the note', () => {
	test('is replaced, not added to', async () => {
		await update({ phone_number: contacts.olivia, note: 'Only this' });
		expect(olivia().note).toBe('Only this');
	});

	test.each([[{}], [{ note: '' }]])('stays when it is not told: %j', async (change) => {
		const { note } = olivia();
		await update({ phone_number: contacts.olivia, ...change });
		expect(olivia().note).toBe(note);
	});
});

describe('labels', () => {
	test('are added at the end, once', async () => {
		await update({ phone_number: contacts.olivia, labels: [labels.seller, labels.buyer, labels.seller] });
		expect(olivia().labels).toEqual([labels.buyer, labels.hotLead, labels.seller]);
	});

	test('are removed, those included that the contact does not have', async () => {
		await update({ phone_number: contacts.olivia, selected_labels: [labels.hotLead, labels.seller] });
		expect(olivia().labels).toEqual([labels.buyer]);
	});

	test('are added and removed in one call', async () => {
		const change = { labels: [labels.viewingBooked], selected_labels: [labels.hotLead] };
		await update({ phone_number: contacts.olivia, ...change });
		expect(olivia().labels).toEqual([labels.buyer, labels.viewingBooked]);
	});

	test('are all removed by __REMOVE_ALL__', async () => {
		await update({ phone_number: contacts.olivia, labels: [], selected_labels: ['__REMOVE_ALL__'] });
		expect(olivia().labels).toEqual([]);
	});

	test('must exist, or the call is refused and changes nothing', async () => {
		const before = olivia();
		const change = { labels: [labels.seller, 'New'], note: 'x', display_name: 'y' };
		const { status, body } = await update({ phone_number: contacts.olivia, ...change });
		expect(status).toBe(400);
		expect(body).toEqual({
			success: false,
			error: { code: 'invalid_request', message: 'Label not found: New' },
		});
		expect(olivia()).toEqual(before);
	});

	test('that do not exist are left out where the settings say so', async () => {
		sandbox.configure({ unknownLabels: 'ignored' });
		await update({ phone_number: contacts.olivia, labels: [labels.seller, 'New'] });
		sandbox.configure({ unknownLabels: 'refused' });
		expect(olivia().labels).toEqual([labels.buyer, labels.hotLead, labels.seller]);
	});
});

test.each([`+${contacts.olivia}`, '1 415 555 0132', '1-415-555-0132', 'olivia'])(
	'the number %j is refused: digits only',
	async (phone_number) => {
		const { status, body } = await update({ phone_number });
		expect(status).toBe(400);
		expect(body).toMatchObject({ code: 'ERROR_CODE_INPUT_ERROR', payload: { param: 'phone_number' } });
	},
);

test('a number that cannot exist is refused', async () => {
	expect((await update({ phone_number: '12' })).body.error.code).toBe('invalid_phone_number');
	expect((await update({})).body.message).toBe('Missing param: phone_number');
});

test('what the endpoint does not know is ignored', async () => {
	const { body } = await update({ phone_number: contacts.olivia, email: 'olivia@example.com' });
	expect(body.success).toBe(true);
	expect(JSON.stringify(olivia())).not.toContain('olivia@example.com');
});
