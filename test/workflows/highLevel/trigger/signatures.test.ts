import { generateKeyPairSync, sign } from 'node:crypto';

import { ACCEPTED, bytesOf, deliver, event, REFUSED, signer, startApp } from './deliveries';
import type { TriggerServer } from '../../../support/running/runWebhook';

let server: TriggerServer;
beforeAll(async () => (server = await startApp()));
afterAll(async () => await server.close());

afterEach(() => {
	expect(server.errors).toEqual([]);
	server.executions.length = 0;
});

const body = bytesOf(event('ContactCreate', { name: 'Ada Łovelace' }));
const signature = signer.sign(body);
const foreign = generateKeyPairSync('ed25519').privateKey;
const twice = [signature, signature];

describe('a delivery that HighLevel did not sign starts nothing, and is answered with an empty 401', () => {
	test.each<[what: string, header: string | string[] | undefined]>([
		['no signature', undefined],
		['an empty one', ''],
		['N/A', 'N/A'],
		['one of another key', sign(null, body, foreign).toString('base64')],
		['one of another body', signer.sign(Buffer.from('{}'))],
		['one that is cut', signature.slice(0, 40)],
		['one with something behind it', `${signature}AA`],
		['one that is not base64', `${'%'.repeat(86)}==`],
		['one with letters beside base64 in it', `${signature.slice(0, 10)}!${signature.slice(10)}`],
		['one in hexadecimal', Buffer.from(signature, 'base64').toString('hex')],
		['64 zero bytes', Buffer.alloc(64).toString('base64')],
		['a huge one', 'A'.repeat(12_000)],
		['the right one with a scheme before it', `ed25519=${signature}`],
		['the right one twice', twice],
		['a wrong one beside the right one', ['N/A', signature]],
	])('%s', async (_, header) => {
		expect(await deliver(server, body, { 'X-GHL-Signature': header })).toEqual(REFUSED);
		expect(server.executions).toEqual([]);
	});
});

describe('a body that is not the one that was signed starts nothing', () => {
	const text = body.toString();
	test.each<[what: string, body: string]>([
		['one letter changed', text.replace('Ada', 'Eve')],
		['cut short', text.slice(0, -1)],
		['written anew with blanks', JSON.stringify(JSON.parse(text), null, 1)],
		['written anew with escapes', text.replace('Ł', '\\u0141')],
		['a blank behind it', `${text} `],
		['a byte order mark before it', `\uFEFF${text}`],
		['nothing', ''],
	])('%s', async (_, sent) => {
		// As text, so that n8n does not refuse broken JSON before the node sees it.
		const headers = { 'X-GHL-Signature': signature, 'Content-Type': 'text/plain' };
		expect(await deliver(server, sent, headers)).toEqual(REFUSED);
		expect(server.executions).toEqual([]);
	});

	test('a form with files, of which n8n keeps no bytes', async () => {
		const form = Buffer.from(
			'--x\r\nContent-Disposition: form-data; name="type"\r\n\r\nContactCreate\r\n--x--',
		);
		expect(await deliver(server, form, { 'Content-Type': 'multipart/form-data; boundary=x' })).toEqual(
			REFUSED,
		);
		expect(server.executions).toEqual([]);
	});
});

describe('a delivery that is signed starts the workflow', () => {
	test.each(['X-GHL-Signature', 'x-ghl-signature', 'X-Ghl-SIGNATURE'])(
		'whatever the case of the header: %s',
		async (name) => {
			const fresh = bytesOf(event('ContactCreate'));
			const headers = { 'X-GHL-Signature': undefined, [name]: signer.sign(fresh) };
			expect(await deliver(server, fresh, headers)).toEqual(ACCEPTED);
			expect(server.executions).toHaveLength(1);
		},
	);

	test.each([
		'application/json',
		'application/json; charset=utf-8',
		'text/plain',
		'application/octet-stream',
	])('whatever its content type, which is not signed: %s', async (type) => {
		expect(await deliver(server, event('ContactCreate'), { 'Content-Type': type })).toEqual(ACCEPTED);
		expect(server.executions).toHaveLength(1);
	});
});

describe("HighLevel's own key", () => {
	test('is the one that counts when no other is entered', async () => {
		const own = await startApp({ options: { publicKey: '' } });
		expect(await deliver(own, event('ContactCreate'))).toEqual(REFUSED);
		expect(own.executions).toEqual([]);
		await own.close();
	});
});

describe('a key that the operator enters', () => {
	const oneLine = signer.publicKey.replace(/\n/g, ' ');
	test.each<[how: string, key: string]>([
		['as it is', signer.publicKey],
		['in one line, as a box of one line leaves it', oneLine],
		['in one line without blanks', oneLine.replace(/(?<=-----) | (?=-----)/g, '')],
		['with \\n written out', signer.publicKey.replace(/\n/g, '\\n')],
		['with Windows line breaks', signer.publicKey.replace(/\n/g, '\r\n')],
		['without the lines of dashes', oneLine.replace(/-----[A-Z ]+-----/g, '')],
	])('works %s', async (_, publicKey) => {
		const own = await startApp({ options: { publicKey } });
		expect(await deliver(own, event('ContactCreate'))).toEqual(ACCEPTED);
		await own.close();
	});

	test.each<[what: string, key: string]>([
		['nonsense', 'my key'],
		['an RSA key', signer.legacyPublicKey],
	])('%s verifies nothing', async (_, publicKey) => {
		const own = await startApp({ options: { publicKey } });
		expect(await deliver(own, event('ContactCreate'))).toEqual(REFUSED);
		expect(own.errors).toEqual([]);
		await own.close();
	});
});

describe('the former header X-WH-Signature', () => {
	const legacy = { acceptLegacySignature: true, legacyPublicKey: signer.legacyPublicKey };
	const legacySignature = signer.signLegacy(body);

	test('does not count unless the operator asks for it', async () => {
		const headers = { 'X-GHL-Signature': undefined, 'X-WH-Signature': legacySignature };
		const own = await startApp({ options: { legacyPublicKey: signer.legacyPublicKey } });
		expect(await deliver(own, body, headers)).toEqual(REFUSED);
		await own.close();
	});

	test.each<[when: string, header: string | undefined]>([
		['is missing', undefined],
		['is N/A', 'N/A'],
	])('counts where X-GHL-Signature %s and the operator asks for it', async (_, header) => {
		const own = await startApp({ options: legacy });
		const headers = { 'X-GHL-Signature': header, 'X-WH-Signature': legacySignature };
		expect(await deliver(own, body, headers)).toEqual(ACCEPTED);
		expect(own.executions).toHaveLength(1);
		await own.close();
	});

	test.each<[what: string, headers: Record<string, string | undefined>]>([
		['a wrong X-GHL-Signature', { 'X-GHL-Signature': signer.sign(Buffer.from('x')) }],
		['no X-GHL-Signature, and the legacy one N/A', { 'X-GHL-Signature': undefined, 'X-WH-Signature': 'N/A' }],
		[
			'no X-GHL-Signature, and a legacy one of another body',
			{ 'X-GHL-Signature': undefined, 'X-WH-Signature': signer.signLegacy(Buffer.from('x')) },
		],
	])('saves nothing: %s', async (_, headers) => {
		const own = await startApp({ options: legacy });
		expect(await deliver(own, body, { 'X-WH-Signature': legacySignature, ...headers })).toEqual(REFUSED);
		expect(own.executions).toEqual([]);
		await own.close();
	});

	test("is checked with HighLevel's key when no other is entered", async () => {
		const own = await startApp({ options: { acceptLegacySignature: true } });
		const headers = { 'X-GHL-Signature': undefined, 'X-WH-Signature': legacySignature };
		expect(await deliver(own, body, headers)).toEqual(REFUSED);
		await own.close();
	});
});
