import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { byId } from '../../../support/highLevel';
import { DEMO, fail, requestsTo, startSandbox, succeed, textsTo } from '../../../support/whatsAble';

const { whatsable, notifier, notifyer } = DEMO.keys;
const [ownNumber] = DEMO.whatsableNumbers;
const digits = ownNumber.slice(1);

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

describe('WhatsAble bot', () => {
	test.each([
		['list', ownNumber],
		['number', '+1 (212) 555-0101'],
	])('a text reaches a verified number, chosen from the %s', async (mode, value) => {
		const [item] = await succeed(sandbox, 'whatsAbleMessage.send', {
			apiKey: whatsable,
			parameters: { phoneNumber: { __rl: true, mode, value }, text: 'New lead: Ada' },
		});
		expect(item).toMatchObject({
			success: true,
			phone_number: ownNumber,
			message_id: expect.stringMatching(/^wamid\./),
		});
		expect(textsTo(sandbox, digits, 'whatsable')).toEqual(['New lead: Ada']);
	});

	test('the number goes as E.164, as the documentation wants it', async () => {
		await succeed(sandbox, 'whatsAbleMessage.send', {
			apiKey: whatsable,
			parameters: {
				phoneNumber: { __rl: true, mode: 'number', value: digits },
				text: 'Hi',
				additionalFields: { attachmentUrl: 'https://example.com/a.pdf', filename: 'a.pdf' },
			},
		});
		expect(requestsTo(sandbox, '/v2.0.0/send')[0]?.body).toEqual({
			to: ownNumber,
			text: 'Hi',
			attachment: 'https://example.com/a.pdf',
			filename: 'a.pdf',
		});
	});

	test('a file of the item goes along in base64, with its name', async () => {
		await succeed(sandbox, 'whatsAbleMessage.send', {
			apiKey: whatsable,
			binary: [{ data: { fileName: 'lease.pdf', mimeType: 'application/pdf', data: 'JVBERiBsZWFzZQ==' } }],
			parameters: {
				phoneNumber: { __rl: true, mode: 'number', value: ownNumber },
				text: 'The lease',
				additionalFields: { attachmentFile: 'data' },
			},
		});
		expect(requestsTo(sandbox, '/v2.0.0/send')[0]?.body).toMatchObject({
			attachment: 'JVBERiBsZWFzZQ==',
			filename: 'lease.pdf',
		});
	});

	test('a file and an address at once are refused', async () => {
		const error = await fail(sandbox, 'whatsAbleMessage.send', {
			apiKey: whatsable,
			parameters: {
				phoneNumber: { __rl: true, mode: 'number', value: ownNumber },
				text: 'Hi',
				additionalFields: { attachmentFile: 'data', attachmentUrl: 'https://example.com/a.pdf' },
			},
		});
		expect(error.message).toContain('one attachment');
		expect(sandbox.requests).toEqual([]);
	});

	test('a number that is not verified is refused with what to do', async () => {
		const error = await fail(sandbox, 'whatsAbleMessage.send', {
			apiKey: whatsable,
			parameters: { phoneNumber: { __rl: true, mode: 'number', value: '+14155550132' }, text: 'Hi' },
		});
		expect(error.message).toContain('not among your verified numbers');
		expect(error.description).toContain('has not been added to this WhatsAble account');
	});

	test('the numbers that it may write to are listed', async () => {
		const items = await succeed(sandbox, 'whatsAbleNumber.getAll', {
			apiKey: whatsable,
			parameters: { returnAll: true },
		});
		expect(items.map(({ phone_number: phone }) => phone)).toEqual([...DEMO.whatsableNumbers]);
	});
});

describe('WhatsApp groups', () => {
	const { id, name } = DEMO.group;

	test('a text reaches the group through the phone that is in it', async () => {
		const [item] = await succeed(sandbox, 'whatsAbleMessage.sendToGroup', {
			apiKey: whatsable,
			parameters: { groupId: byId(id), text: 'Team meeting at 9' },
		});
		expect(item).toMatchObject({ success: true, groupId: id });
		expect(textsTo(sandbox, id, 'whatsable')).toEqual(['Team meeting at 9']);
	});

	test('an unknown group is refused with the names of those that there are', async () => {
		const error = await fail(sandbox, 'whatsAbleMessage.sendToGroup', {
			apiKey: whatsable,
			parameters: { groupId: byId('120363000000000009@g.us'), text: 'Hi' },
		});
		expect(error.message).toContain('has no group "120363000000000009@g.us"');
		expect(error.description).toContain(name);
		expect(requestsTo(sandbox, '/group-send')).toEqual([]);
	});

	test('the groups are listed', async () => {
		const items = await succeed(sandbox, 'whatsAbleGroup.getAll', {
			apiKey: whatsable,
			parameters: { returnAll: true },
		});
		expect(items).toMatchObject([{ label_name: name, value_for: id }]);
	});
});

describe('Notifier', () => {
	test('a text with a file is sent', async () => {
		const [item] = await succeed(sandbox, 'notifierMessage.send', {
			apiKey: notifier,
			parameters: {
				phoneNumber: '+44 7700 900123',
				text: 'Your viewing is confirmed',
				additionalFields: { attachmentUrl: 'https://example.com/plan.pdf', filename: 'plan.pdf' },
			},
		});
		expect(item).toMatchObject({ phone_number: '+447700900123', message: 'Message sent successfully' });
		expect(requestsTo(sandbox, '/n8n/send-message')[0]?.body).toEqual({
			phone: '+447700900123',
			text: 'Your viewing is confirmed',
			attachment: 'https://example.com/plan.pdf',
			filename: 'plan.pdf',
		});
	});
});

test.each([
	['message.sendText', { phoneNumber: '+14155550132', text: 'Hi' }, whatsable, 'WhatsAble', 'Notifyer'],
	['contact.upsert', { phoneNumber: '+14155550132' }, notifier, 'Notifier', 'Notifyer'],
	['label.getAll', { returnAll: true }, whatsable, 'WhatsAble', 'Notifyer'],
	[
		'whatsAbleMessage.send',
		{ phoneNumber: { __rl: true, mode: 'number', value: ownNumber }, text: 'Hi' },
		notifyer,
		'Notifyer',
		'WhatsAble',
	],
	['whatsAbleGroup.getAll', { returnAll: true }, notifier, 'Notifier', 'WhatsAble'],
	['notifierMessage.send', { phoneNumber: '+14155550132', text: 'Hi' }, notifyer, 'Notifyer', 'Notifier'],
])('a key of another product is named as such: %s', async (id, parameters, apiKey, of, wanted) => {
	const error = await fail(sandbox, id, { apiKey, parameters });
	expect(error.message).toContain(`The API key belongs to ${of}, and this operation is of ${wanted}`);
	expect(error.description).toContain(`a credential with a key of ${wanted}`);
});
