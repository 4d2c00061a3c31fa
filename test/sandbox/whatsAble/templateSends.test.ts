import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import {
	call,
	contactOf,
	contacts,
	DEVELOPER,
	keys,
	labels,
	N8N,
	sendTemplate,
	start,
	templates,
	wamidOf,
} from './support';

let sandbox: WhatsAbleSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => {
	sandbox.reset();
	sandbox.configure({ whatsAppRefusals: 'ok', unknownLabels: 'refused' });
});
afterAll(() => sandbox.close());

const listing = {
	body1: 'Olivia',
	body2: '3 bedrooms',
	media: 'https://files.example.com/house.jpg',
	visit_website: 'pier-12',
};
const messages = () => sandbox.state.messages.size;

describe('a template that fits', () => {
	test('is answered as WhatsApp answers', async () => {
		const { status, body } = await sendTemplate(
			sandbox,
			templates.welcome,
			{ body1: 'Olivia' },
			{
				phone_number: `+${contacts.olivia}`,
			},
		);
		expect(status).toBe(200);
		expect(body).toEqual({
			success: true,
			whatsapp_response_info: {
				messaging_product: 'whatsapp',
				contacts: [{ input: `+${contacts.olivia}`, wa_id: contacts.olivia }],
				messages: [{ id: expect.stringMatching(/^wamid\.[\w+/]+=*$/), message_status: 'accepted' }],
			},
		});
	});

	test('reaches the contact with its variables filled in', async () => {
		const id = wamidOf(await sendTemplate(sandbox, templates.listing, listing));
		expect(sandbox.state.messages.get(id)).toMatchObject({
			type: 'image',
			text: 'Olivia, a home that fits your wishes has just been listed: 3 bedrooms.',
			media: { link: listing.media, filename: 'house.jpg' },
			template: {
				name: 'new_listing',
				footer: 'Harborview Realty',
				buttons: [{ text: 'See the home', url: 'https://harborview.example.com/homes/pier-12' }],
			},
			sendBy: 'n8n',
			wasByHuman: false,
		});
	});

	test('may have a variable in the header', async () => {
		const variables = { header1: '12 Pier Street', body1: 'Olivia', body2: 'Saturday' };
		const id = wamidOf(await sendTemplate(sandbox, templates.openHouse, variables));
		expect(sandbox.state.messages.get(id)?.template?.header).toBe('Open house at 12 Pier Street');
	});

	test('may have none, and be named by its running number', async () => {
		wamidOf(await sendTemplate(sandbox, templates.thanks, {}));
		wamidOf(await sendTemplate(sandbox, '208', {}));
	});

	test('may go to somebody who never wrote, and to an unknown number, which makes a contact', async () => {
		wamidOf(await sendTemplate(sandbox, templates.thanks, {}, { phone_number: contacts.joao }));
		wamidOf(await sendTemplate(sandbox, templates.thanks, {}, { phone_number: '14155550199' }));
		expect(contactOf(sandbox, '14155550199')).toMatchObject({ name: '', labels: [], lastIncomingAtMs: null });
	});

	test('notes labels beside those that are there, and replaces the note', async () => {
		await sendTemplate(
			sandbox,
			templates.thanks,
			{},
			{ labels: [labels.viewingBooked, labels.buyer], note: 'New' },
		);
		expect(contactOf(sandbox, contacts.olivia)).toMatchObject({
			labels: [labels.buyer, labels.hotLead, labels.viewingBooked],
			note: 'New',
		});
	});

	test('leaves the note when it brings an empty one', async () => {
		const { note } = contactOf(sandbox, contacts.olivia);
		await sendTemplate(sandbox, templates.thanks, {}, { note: '' });
		expect(contactOf(sandbox, contacts.olivia).note).toBe(note);
	});
});

describe('variables', () => {
	const without = (name: string) =>
		Object.fromEntries(Object.entries(listing).filter(([key]) => key !== name));

	test.each(Object.keys(listing))('without %s, WhatsApp refuses with status 200', async (name) => {
		const before = messages();
		for (const variables of [without(name), { ...listing, [name]: ' ' }]) {
			const { status, body } = await sendTemplate(sandbox, templates.listing, variables);
			expect(status).toBe(200);
			expect(body).toEqual({
				success: false,
				error: { code: 'invalid_variables', message: expect.stringContaining(`missing: ${name}`) },
			});
		}
		expect(messages()).toBe(before);
	});

	test.each([
		['body3', 'x'],
		['header1', 'x'],
		['colour', 'red'],
	])('with %s too many, it refuses too', async (name, value) => {
		const { body } = await sendTemplate(sandbox, templates.listing, { ...listing, [name]: value });
		expect(body.error).toEqual({
			code: 'invalid_variables',
			message: expect.stringContaining(`not in the template: ${name}`),
		});
	});

	test('for a template without media and button may not bring any', async () => {
		for (const name of ['media', 'visit_website']) {
			const { body } = await sendTemplate(sandbox, templates.thanks, { [name]: 'https://x.example/a.jpg' });
			expect(body.error.code).toBe('invalid_variables');
		}
	});

	test('are refused with their documented status where the settings say so', async () => {
		sandbox.configure({ whatsAppRefusals: 'documented' });
		const { status, body } = await sendTemplate(sandbox, templates.listing, without('body1'));
		expect(status).toBe(400);
		expect(body.success).toBe(false);
	});

	test('that are not sent at all are missing input', async () => {
		const body = { templateId: templates.thanks, phone_number: contacts.olivia };
		const answer = await call(sandbox, 'POST', `${N8N}/n8n/messages/send`, body);
		expect(answer.status).toBe(400);
		expect(answer.body).toEqual({
			code: 'ERROR_CODE_INPUT_ERROR',
			message: 'Missing param: variables',
			payload: { param: 'variables' },
		});
	});

	test.each([
		['http://files.example.com/house.jpg', 422, 'invalid_media_url'],
		['https://localhost/house.jpg', 422, 'invalid_media_url'],
		['not an address', 422, 'invalid_media_url'],
		['https://files.example.com/house.pdf', 422, 'invalid_media_url'],
		['https://files.example.com/house-6MB.jpg', 413, 'file_too_large'],
	])('media %s is refused with %i %s', async (media, expected, code) => {
		const { status, body } = await sendTemplate(sandbox, templates.listing, { ...listing, media });
		expect(status).toBe(expected);
		expect(body).toMatchObject({ success: false, error: { code } });
	});

	test('media may be a share link without an extension', async () => {
		const media = 'https://drive.google.com/file/d/1D35/view?usp=sharing';
		wamidOf(await sendTemplate(sandbox, templates.listing, { ...listing, media }));
	});
});

test.each([
	['under review', templates.pending],
	['refused by the review', templates.rejected],
])('a template %s is refused, with status 200', async (_state, id) => {
	const { status, body } = await sendTemplate(sandbox, id, { body1: 'x' });
	expect(status).toBe(200);
	expect(body).toMatchObject({ success: false, error: { code: 'invalid_template' } });
});

test('an unknown template is not found', async () => {
	const { status, body } = await sendTemplate(sandbox, '00000000-0000-4000-8000-000000000000', {});
	expect(status).toBe(404);
	expect(body.error.code).toBe('template_not_found');
});

test('a label that does not exist is refused and nothing is sent, or it is ignored by setting', async () => {
	const before = messages();
	const wanted = { labels: [labels.buyer, 'Nobody made this'] };
	const { status, body } = await sendTemplate(sandbox, templates.thanks, {}, wanted);
	expect(status).toBe(400);
	expect(body.error.message).toContain('Nobody made this');
	expect(messages()).toBe(before);
	sandbox.configure({ unknownLabels: 'ignored' });
	wamidOf(await sendTemplate(sandbox, templates.thanks, {}, wanted));
	expect(contactOf(sandbox, contacts.olivia).labels).not.toContain('Nobody made this');
});

test.each(['415 555 0132', '0049176', '123', '+1415555013x', '١٤١٥٥٥٥٠١٣٢'])(
	'the number %j is refused',
	async (phone) => {
		const { status, body } = await sendTemplate(sandbox, templates.thanks, {}, { phone_number: phone });
		expect([status, body.error.code]).toEqual([422, 'invalid_phone_number']);
	},
);

describe('the documented endpoint', () => {
	const send = (body: object) =>
		call(sandbox, 'POST', DEVELOPER.sendTemplate, body, `Bearer ${keys.notifyer}`);

	test('calls the template `template`, and sends as API', async () => {
		const answer = await send({
			template: templates.welcome,
			phone_number: contacts.camille,
			variables: { body1: 'Camille' },
		});
		expect(sandbox.state.messages.get(wamidOf(answer))?.sendBy).toBe('API');
	});

	test('tells what is missing in its own shape', async () => {
		const { status, body } = await send({ phone_number: contacts.camille, variables: {} });
		expect(status).toBe(400);
		expect(body).toEqual({
			success: false,
			error: { code: 'missing_required_field', message: 'Missing param: template' },
		});
	});

	test.each([
		['an unknown template', { template: 'x' }, 404, 'template_not_found'],
		['a number that is none', { phone_number: '12' }, 422, 'invalid_phone_number'],
		['a template under review', { template: templates.pending }, 200, 'invalid_template'],
	])('refuses %s', async (_case, change, expected, code) => {
		const whole = { template: templates.thanks, phone_number: contacts.camille, variables: {} };
		const { status, body } = await send({ ...whole, ...change });
		expect(status).toBe(expected);
		expect(body).toMatchObject({ success: false, error: { code } });
	});
});

test("Zapier's endpoint takes the same, and sends as Zapier", async () => {
	const answer = await call(sandbox, 'POST', '/api:hFrjh8a1/zapier/messages/template/send', {
		templateId: templates.thanks,
		phone_number: contacts.camille,
		variables: {},
	});
	expect(sandbox.state.messages.get(wamidOf(answer))?.sendBy).toBe('Zapier');
});
