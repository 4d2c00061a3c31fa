import type { IBinaryData, IDataObject } from 'n8n-workflow';

import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { DEMO, fail, requestsTo, startSandbox, succeed } from '../../../support/whatsAble';

const { olivia } = DEMO.contacts;
const PUBLIC_N8N = 'https://n8n.example.com';

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

/** A file as n8n stores it outside of memory. */
function stored(fileName: string, mimeType: string, more: Partial<IBinaryData> = {}): IBinaryData {
	return { fileName, mimeType, data: 'filesystem-v2', id: `filesystem-v2:files/${fileName}`, ...more };
}

function sentPart(kind: string): IDataObject {
	const body = requestsTo(sandbox, '/general/send').at(-1)?.body as IDataObject;
	expect(body.type).toBe(kind);
	return body[kind] as IDataObject;
}

test.each([
	['sendImage', 'image', 'https://example.com/house.jpg', { caption: 'The house' }, { caption: 'The house' }],
	['sendVideo', 'video', 'https://example.com/tour.mp4', { caption: 'A tour' }, { caption: 'A tour' }],
	['sendAudio', 'audio', 'https://example.com/note.mp3', {}, {}],
	[
		'sendDocument',
		'document',
		'https://example.com/files/lease%20A.pdf?v=2',
		{ caption: 'To sign' },
		{ caption: 'To sign', filename: 'lease A.pdf' },
	],
	[
		'sendDocument',
		'document',
		'https://example.com/download/17',
		{ fileName: 'lease.pdf' },
		{ filename: 'lease.pdf' },
	],
])('%s sends a file from a URL', async (operation, kind, url, additionalFields, expected) => {
	const [item] = await succeed(sandbox, `message.${operation}`, {
		parameters: { phoneNumber: olivia, source: 'url', url, additionalFields },
	});
	expect(sentPart(kind)).toEqual({ link: url, ...expected });
	expect(sandbox.state.messages.get(String(item?.message_id))).toMatchObject({
		type: kind,
		media: { link: url },
	});
});

test('a file of the item is served by n8n at a signed address, under its own name', async () => {
	await succeed(sandbox, 'message.sendDocument', {
		binary: [{ data: stored('lease.pdf', 'application/pdf') }],
		instanceUrl: PUBLIC_N8N,
		parameters: { phoneNumber: olivia, source: 'binary', binaryProperty: 'data' },
	});
	const { link, filename } = sentPart('document');
	expect(link).toMatch(/^https:\/\/n8n\.example\.com\/rest\/binary-data\/signed\?token=[\w.-]+$/);
	expect(filename).toBe('lease.pdf');
});

test('binary data that an expression gives is taken as well', async () => {
	await succeed(sandbox, 'message.sendImage', {
		binary: [{ photo: stored('house.jpg', 'image/jpeg') }],
		instanceUrl: PUBLIC_N8N,
		parameters: { phoneNumber: olivia, source: 'binary', binaryProperty: '={{ $binary.photo }}' },
	});
	expect(String(sentPart('image').link)).toContain('/binary-data/signed');
});

test.each<[string, IBinaryData | undefined, string, RegExp, RegExp]>([
	[
		'a file that n8n keeps in memory',
		{ fileName: 'a.jpg', mimeType: 'image/jpeg', data: 'AAAA' },
		PUBLIC_N8N,
		/keeps the file .* in memory/,
		/N8N_DEFAULT_BINARY_DATA_MODE/,
	],
	[
		'an n8n that nobody can reach',
		stored('a.jpg', 'image/jpeg'),
		'http://localhost:5678',
		/cannot fetch the file "a\.jpg" from this n8n: it is at http:\/\/localhost:5678/,
		/public HTTPS address/,
	],
	[
		'an n8n without HTTPS',
		stored('a.jpg', 'image/jpeg'),
		'http://n8n.example.com',
		/cannot fetch the file/,
		/public HTTPS address/,
	],
	[
		'a file of another kind',
		stored('lease.pdf', 'application/pdf'),
		PUBLIC_N8N,
		/is application\/pdf, and WhatsApp takes JPEG and PNG as image/,
		/send it as a document/,
	],
	[
		'a file that is too large',
		stored('a.png', 'image/png', { bytes: 6 * 1024 * 1024 }),
		PUBLIC_N8N,
		/larger than the 5 MB/,
		/smaller/,
	],
	['an item without a file', undefined, PUBLIC_N8N, /This item has no file "data"/, /no binary property/],
])('%s is explained, and nothing is sent', async (_, data, instanceUrl, message, remedy) => {
	const error = await fail(sandbox, 'message.sendImage', {
		binary: data ? [{ data }] : [],
		instanceUrl,
		parameters: { phoneNumber: olivia, source: 'binary', binaryProperty: 'data' },
	});
	expect(error.message).toMatch(message);
	expect(error.description).toMatch(remedy);
	expect(sandbox.requests).toEqual([]);
});

test.each([
	['http://example.com/house.jpg'],
	['house.jpg'],
	['https://localhost/house.jpg'],
	['https://10.0.0.5/house.jpg'],
	['https://fileserver/house.jpg'],
	['ftp://example.com/house.jpg'],
	['C:\\Users\\Ada\\house.jpg'],
])('an address that WhatsApp cannot fetch from is refused: %s', async (url) => {
	const error = await fail(sandbox, 'message.sendImage', {
		parameters: { phoneNumber: olivia, source: 'url', url },
	});
	expect(error.message).toContain('"URL" must be a public address that begins with https://');
	expect(sandbox.requests).toEqual([]);
});

test('an address that is refused is shown without its signature', async () => {
	const error = await fail(sandbox, 'message.sendImage', {
		parameters: {
			phoneNumber: olivia,
			source: 'url',
			url: 'http://example.com/a.jpg?X-Amz-Signature=secret',
		},
	});
	expect(error.message).toContain('http://example.com/a.jpg');
	expect(error.message).not.toContain('secret');
});

test('a file that WhatsApp refuses comes with what it takes', async () => {
	const error = await fail(sandbox, 'message.sendImage', {
		parameters: { phoneNumber: olivia, source: 'url', url: 'https://example.com/plan-6MB.png' },
	});
	expect(error.description).toContain('images up to 5 MB');
});
