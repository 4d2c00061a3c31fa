import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { byId } from '../../../support/highLevel';
import { DEMO, fail, requestsTo, runWhatsAble, startSandbox, textsTo } from '../../../support/whatsAble';

const { olivia, jonas } = DEMO.contacts;
const SEND = { parameters: { phoneNumber: olivia, text: 'Hi' } };

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

/** The error of a send that is answered with this. */
async function errorFor(status: number, body: unknown): Promise<Awaited<ReturnType<typeof fail>>> {
	const server = createServer((request, response) => {
		const isKeyCheck = request.url?.includes('check-api-key') ?? false;
		response.writeHead(isKeyCheck ? 200 : status, { 'Content-Type': 'application/json' });
		response.end(JSON.stringify(isKeyCheck ? { success: true, product: 'notifyer' } : body));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return await fail(sandbox, 'message.sendText', { ...SEND, baseUrl: `http://127.0.0.1:${port}` }).finally(
		() => {
			server.closeAllConnections();
			server.close();
		},
	);
}

const failure = (code: string, message: string) => ({ success: false, error: { code, message } });
const xano = (code: string, message: string, payload: unknown = '') => ({ code, message, payload });

test.each<[string, number, unknown, RegExp, RegExp]>([
	[
		'invalid_request',
		400,
		failure('invalid_request', 'Missing required field: template'),
		/refused: Missing required field: template/,
		/Correct what the text names/,
	],
	[
		'invalid_template',
		400,
		failure('invalid_template', 'The template ID provided does not exist or is not approved'),
		/refused: The template ID/,
		/Choose the template again/,
	],
	[
		'template_not_found',
		404,
		failure('template_not_found', "Template with ID 'x' not found"),
		/Template with ID 'x' not found/,
		/Choose the template again/,
	],
	[
		'invalid_variables',
		400,
		failure('invalid_variables', '(#132000) Number of parameters does not match'),
		/132000/,
		/Fill in every variable/,
	],
	[
		'invalid_phone_number',
		422,
		failure('invalid_phone_number', 'The phone number format is invalid'),
		/phone number format is invalid/,
		/\+ and its calling code/,
	],
	[
		'invalid_media_url',
		422,
		failure('invalid_media_url', 'The provided media URL is not accessible'),
		/media URL is not accessible/,
		/public HTTPS address/,
	],
	[
		'file_too_large',
		413,
		failure('file_too_large', 'The media file exceeds the maximum allowed size'),
		/maximum allowed size/,
		/images up to 5 MB/,
	],
	[
		'unauthorized',
		401,
		failure('unauthorized', 'Invalid API key provided'),
		/refused access: Invalid API key provided/,
		/The API key itself is right/,
	],
	[
		'forbidden',
		403,
		failure('forbidden', "Your account doesn't have permission to send messages."),
		/doesn't have permission/,
		/Pro or Agency/,
	],
	[
		"Xano's access denied",
		403,
		xano('ERROR_CODE_ACCESS_DENIED', 'No subscription'),
		/refused access: No subscription/,
		/plan/,
	],
	[
		"Xano's input error",
		400,
		xano('ERROR_CODE_INPUT_ERROR', 'Missing param: to', { param: 'to' }),
		/Missing param: to/,
		/Correct what the text names/,
	],
	["Xano's not found", 404, xano('ERROR_CODE_NOT_FOUND', 'Not Found.'), /Not Found\./, /Check the id/],
	[
		"Xano's text in its payload",
		400,
		xano('ERROR_CODE_INPUT_ERROR', '', 'The label does not exist'),
		/The label does not exist/,
		/Labels are made in the Notifyer console/,
	],
	[
		'a message beside its details',
		400,
		{
			success: false,
			message: 'Invalid phone number format',
			details: 'Phone number must be in E.164 format.',
		},
		/Invalid phone number format \(Phone number must be in E\.164 format\.\)/,
		/calling code/,
	],
	[
		'an unregistered number',
		404,
		{ success: false, message: 'The number +1234567890 is not registered.' },
		/is not registered/,
		/no WhatsApp account/,
	],
	[
		'the closed window',
		200,
		failure('invalid_request', '(#131047) Re-engagement message'),
		/131047/,
		/Send a template instead/,
	],
	[
		'the closed window in other words',
		400,
		failure('invalid_request', 'Message outside of the 24h window'),
		/24h window/,
		/Send a template instead/,
	],
	[
		'line breaks in a variable',
		200,
		failure(
			'invalid_variables',
			'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
		),
		/new-line/,
		/Take line breaks/,
	],
	[
		'a marketing limit',
		200,
		failure(
			'invalid_request',
			'In order to maintain a healthy ecosystem engagement, the message failed to be delivered',
		),
		/healthy ecosystem/,
		/Meta limits/,
	],
	[
		'a used-up plan',
		200,
		{ message: 'Message sending failed | Reason: Message limit for this number reached.' },
		/Message limit for this number reached/,
		/plan and the balance/,
	],
	[
		'success: false with a message',
		200,
		{ success: false, message: 'Something is off' },
		/refused: Something is off/,
		/Correct what the text names/,
	],
	[
		'success: false without any text',
		200,
		{ success: false },
		/status 200 without a text/,
		/Correct what the text names/,
	],
	[
		'an error without success',
		200,
		{ error: 'Scheduled time must be in the future' },
		/must be in the future/,
		/still to come/,
	],
	['a status without a body', 400, {}, /status 400 without a text/, /Correct what the text names/],
])('the refusal is told with what to do: %s', async (_, status, body, message, remedy) => {
	const error = await errorFor(status, body);
	expect(error.message).toMatch(message);
	expect(error.description).toMatch(remedy);
	expect(error.details).not.toHaveProperty('mayHaveHappened');
});

test('success: false with status 200 is an error, not an item', async () => {
	sandbox.faults.add({ kind: 'unsuccessful', path: '/general/send' });
	const run = await runWhatsAble(sandbox, 'message.sendText', SEND);
	expect(run.items).toEqual([]);
	expect(run.error?.message).toContain('WhatsAble refused: An internal server error occurred');
	expect(requestsTo(sandbox, '/general/send')).toHaveLength(1);
	expect(textsTo(sandbox, olivia)).toEqual([]);
});

test.each(['ok', 'documented'] as const)(
	'what WhatsApp refuses is an error, whether WhatsAble answers it with 200 or with 400: %s',
	async (whatsAppRefusals) => {
		sandbox.configure({ whatsAppRefusals });
		const error = await fail(sandbox, 'message.sendText', { parameters: { phoneNumber: jonas, text: 'Hi' } });
		sandbox.configure({ whatsAppRefusals: 'ok' });
		expect(error.description).toContain('Send a template instead');
		expect(error.details.httpCode).toBe(whatsAppRefusals === 'ok' ? undefined : 400);
	},
);

test('a key that WhatsAble does not know is told from a plan that has no integrations', async () => {
	const unknown = await fail(sandbox, 'message.sendText', { ...SEND, apiKey: 'no-such-key' });
	expect(unknown.message).toContain('WhatsAble does not know the API key of the credential');
	const plan = await fail(sandbox, 'message.sendText', { ...SEND, apiKey: DEMO.keys.notifyerBasicPlan });
	expect(plan.message).toContain('permission to use this feature');
	expect(plan.description).toContain('integrations need Pro or Agency');
});

test('an error names the field that WhatsAble refused', async () => {
	const error = await errorFor(
		400,
		xano('ERROR_CODE_INPUT_ERROR', 'Input is not valid', { param: 'labels' }),
	);
	expect(error.details).toMatchObject({ httpCode: 400, code: 'ERROR_CODE_INPUT_ERROR', field: 'labels' });
});

test.each([
	['a login page', 200, 'text/html', '<!doctype html><title>Sign in</title>'],
	['an error page', 403, 'text/html', '<html><h1>Forbidden</h1></html>'],
])('%s in between is not taken for WhatsAble', async (_, status, type, page) => {
	const server = createServer((_request, response) => {
		response.writeHead(status, { 'Content-Type': type });
		response.end(page);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const baseUrl = `http://127.0.0.1:${port}`;
	const errors = [
		await fail(sandbox, 'message.sendText', { ...SEND, baseUrl }),
		await fail(sandbox, 'label.getAll', { parameters: { returnAll: true }, baseUrl }),
		await fail(sandbox, 'apiKey.check', { baseUrl }),
	];
	server.closeAllConnections();
	server.close();
	for (const error of errors) {
		expect(error.message).toContain(`127.0.0.1:${port} did not answer like WhatsAble`);
		expect(error.message).not.toContain('<');
	}
});

test.each([
	['', /has no API key/],
	['Bearer abc', /has blanks in it/],
	['ab\nc', /has blanks in it/],
])('a key that cannot be one is explained before anything is sent: %j', async (apiKey, message) => {
	const error = await fail(sandbox, 'message.sendText', { ...SEND, apiKey });
	expect(error.message).toMatch(message);
	expect(sandbox.requests).toEqual([]);
});

test('a Base URL that is none is explained', async () => {
	const error = await fail(sandbox, 'message.sendText', { ...SEND, baseUrl: 'api.insightssystem.com' });
	expect(error.message).toContain('The Base URL of the WhatsAble credential is not a web address');
	expect(error.description).toContain('https://api.insightssystem.com');
});

test('nothing that is stored of a run holds the key', async () => {
	const runs = [
		await runWhatsAble(sandbox, 'message.sendText', SEND),
		await runWhatsAble(sandbox, 'message.sendText', { ...SEND, apiKey: DEMO.keys.notifyerBasicPlan }),
		await runWhatsAble(sandbox, 'message.sendTemplate', {
			parameters: {
				phoneNumber: olivia,
				templateId: byId('x'),
				variables: { mappingMode: 'defineBelow', value: {} },
			},
		}),
	];
	sandbox.faults.add({ kind: 'lostAnswer' });
	runs.push(await runWhatsAble(sandbox, 'message.sendText', SEND));
	sandbox.faults.clear();
	for (const { stored } of runs) {
		for (const key of Object.values(DEMO.keys)) expect(stored).not.toContain(key);
	}
});
