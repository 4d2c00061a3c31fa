import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import {
	call,
	contactOf,
	contacts,
	DEVELOPER,
	keys,
	labels,
	sendFreeForm,
	sendText,
	start,
	textsWith,
	wamidOf,
} from './support';

const HOUR_MS = 3_600_000;

let sandbox: WhatsAbleSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => {
	sandbox.reset();
	sandbox.configure({ whatsAppRefusals: 'ok', closedWindow: 'refused' });
});
afterAll(() => sandbox.close());

const MEDIA = {
	image: 'https://files.example.com/house.png',
	video: 'https://files.example.com/tour.mp4',
	audio: 'https://files.example.com/hello.ogg',
	document: 'https://files.example.com/offer.pdf',
} as const;
type Kind = keyof typeof MEDIA;
const KINDS = Object.keys(MEDIA) as Kind[];

describe('a text', () => {
	test.each([
		['ASCII', 'a'.repeat(4096)],
		['emoji', '🏠'.repeat(4096)],
		['Arabic', 'م'.repeat(4096)],
	])('of 4,096 characters (%s) arrives whole', async (_script, text) => {
		wamidOf(await sendText(sandbox, contacts.olivia, text));
		expect(textsWith(sandbox, contacts.olivia).at(-1)).toBe(text);
	});

	test('of one more is refused', async () => {
		const { status, body } = await sendText(sandbox, contacts.olivia, 'a'.repeat(4097));
		expect(status).toBe(200);
		expect(body).toMatchObject({ success: false, error: { message: expect.stringContaining('4096') } });
	});

	test.each([[{ text: { body: '' } }], [{ text: {} }], [{ text: undefined }]])(
		'is missing in %j',
		async (change) => {
			const { status, body } = await sendFreeForm(sandbox, { type: 'text', ...change });
			expect(status).toBe(400);
			expect(body).toMatchObject({
				code: 'ERROR_CODE_INPUT_ERROR',
				message: expect.stringMatching(/^Missing param: text/),
			});
		},
	);
});

describe.each(KINDS)('%s', (kind) => {
	test('arrives with its link', async () => {
		const part = { link: MEDIA[kind], ...(kind === 'audio' ? {} : { caption: 'مرحبا 👋' }) };
		const id = wamidOf(await sendFreeForm(sandbox, { type: kind, [kind]: part }));
		expect(sandbox.state.messages.get(id)).toMatchObject({
			type: kind,
			text: kind === 'audio' ? '' : 'مرحبا 👋',
			media: { link: MEDIA[kind] },
		});
	});

	test('needs a link', async () => {
		const { body } = await sendFreeForm(sandbox, { type: kind, [kind]: { caption: 'x' } });
		expect(body.message).toBe(`Missing param: ${kind}.link`);
	});

	test.each([
		['http', MEDIA[kind].replace('https', 'http'), 422, 'invalid_media_url'],
		['of a host nobody can reach', 'https://files.invalid/file', 422, 'invalid_media_url'],
		['of another kind', kind === 'document' ? MEDIA.image : MEDIA.document, 422, 'invalid_media_url'],
		['too large', MEDIA[kind].replace(/\.\w+$/, '-101MB$&'), 413, 'file_too_large'],
	])('is refused when its link is %s', async (_case, link, expected, code) => {
		const { status, body } = await sendFreeForm(sandbox, { type: kind, [kind]: { link } });
		expect([status, body.error?.code]).toEqual([expected, code]);
	});
});

test.each([
	['image', 5],
	['video', 16],
	['audio', 16],
	['document', 100],
] as const)('%s may have %i MB and no more, by the name of the file', async (kind, megabytes) => {
	const named = (size: number) => MEDIA[kind].replace(/\.\w+$/, `-${size}MB$&`);
	wamidOf(await sendFreeForm(sandbox, { type: kind, [kind]: { link: named(megabytes) } }));
	expect((await sendFreeForm(sandbox, { type: kind, [kind]: { link: named(megabytes + 1) } })).status).toBe(
		413,
	);
});

test('a caption has 1,024 characters at most', async () => {
	const send = (caption: string) =>
		sendFreeForm(sandbox, { type: 'image', image: { link: MEDIA.image, caption } });
	wamidOf(await send('🏠'.repeat(1024)));
	expect((await send('🏠'.repeat(1025))).body.success).toBe(false);
});

test('a document has the name that it is given', async () => {
	const document = { link: MEDIA.document, filename: 'Angebot für João.pdf' };
	const id = wamidOf(await sendFreeForm(sandbox, { type: 'document', document }));
	expect(sandbox.state.messages.get(id)?.media?.filename).toBe('Angebot für João.pdf');
});

test.each([
	['type', { type: 'sticker' }],
	['type', { type: undefined }],
	['recipient_type', { recipient_type: 'group' }],
	['messaging_product', { messaging_product: 'telegram' }],
	['labels', { labels: 'Buyer' }],
])('a wrong %s is wrong input', async (param, change) => {
	const { status, body } = await sendText(sandbox, contacts.olivia, 'Hello', change);
	expect(status).toBe(400);
	expect(body.payload).toEqual({ param });
});

test('labels and note of a message stay with the contact', async () => {
	await sendText(sandbox, contacts.priya, 'Hello', { labels: [labels.buyer], note: 'Rentals' });
	expect(contactOf(sandbox, contacts.priya)).toMatchObject({
		labels: [labels.newLead, labels.buyer],
		note: 'Rentals',
	});
});

describe('outside the 24 hours', () => {
	test.each([
		['who never wrote', contacts.joao],
		['whose last message is three days old', contacts.jonas],
		['who is unknown', '14155550199'],
	])('a text to somebody %s is refused with status 200', async (_case, phone) => {
		const before = sandbox.state.contacts.size;
		const { status, body } = await sendText(sandbox, phone);
		expect(status).toBe(200);
		expect(body).toMatchObject({ success: false, error: { message: expect.stringContaining('24 hours') } });
		expect(sandbox.state.contacts.size).toBe(before);
	});

	test('a text may have a 4xx by setting', async () => {
		sandbox.configure({ whatsAppRefusals: 'documented' });
		expect((await sendText(sandbox, contacts.joao)).status).toBe(400);
	});

	test('begins when they are over, by the clock of the sandbox', async () => {
		wamidOf(await sendText(sandbox, contacts.lucia));
		sandbox.clock.advance(2 * HOUR_MS);
		expect((await sendText(sandbox, contacts.lucia)).body.success).toBe(false);
	});

	test('ends when the contact writes', async () => {
		sandbox.receive({ phone: contacts.joao, text: 'Olá' });
		wamidOf(await sendText(sandbox, contacts.joao));
	});

	test('a text may also be accepted and fail later, as Meta itself does', async () => {
		sandbox.configure({ closedWindow: 'failsLater' });
		const id = wamidOf(await sendText(sandbox, contacts.joao));
		sandbox.clock.advance(1000);
		expect(sandbox.state.messages.get(id)).toMatchObject({
			status: 'failed',
			failure: expect.stringContaining('131047'),
		});
	});
});

describe('the documented endpoint', () => {
	const send = (body: object) => call(sandbox, 'POST', DEVELOPER.send, body, `Bearer ${keys.notifyer}`);
	const text = { to: contacts.olivia, type: 'text', text: { body: 'Hello' } };

	test('sends as API, with labels', async () => {
		const id = wamidOf(await send({ ...text, labels: [labels.seller] }));
		expect(sandbox.state.messages.get(id)?.sendBy).toBe('API');
		expect(contactOf(sandbox, contacts.olivia).labels).toContain(labels.seller);
	});

	test.each([
		['no recipient', { to: undefined }, 400, 'missing_required_field'],
		['a number that is none', { to: 'nobody' }, 422, 'invalid_phone_number'],
		['a wrong type', { type: 'sticker' }, 400, 'invalid_request'],
	])('refuses %s in its own shape', async (_case, change, expected, code) => {
		const { status, body } = await send({ ...text, ...change });
		expect(status).toBe(expected);
		expect(body).toEqual({ success: false, error: { code, message: expect.any(String) } });
	});
});
