import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { CallOptions } from './support';
import { call, create, DEMO, locationId, start } from './support';

const { documents, otherLocationField } = DEMO.customFields;
const UPLOAD = `/locations/${locationId}/customFields/upload`;

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(async () => {
	sandbox.reset();
	contactId = await create(sandbox, { email: 'ada@x.example' });
});
afterAll(() => sandbox.close());

function form(fields: Record<string, string>, files: File[]): FormData {
	const filled = new FormData();
	for (const [name, value] of Object.entries(fields)) filled.append(name, value);
	for (const [index, file] of files.entries()) filled.append(`${documents}_${index}`, file);
	return filled;
}

const upload = (files: File[], fields: Record<string, string> = {}, options?: CallOptions) =>
	call(sandbox, 'POST', UPLOAD, form({ id: contactId, maxFiles: '2', ...fields }, files), options);

const deed = new File(['%PDF-1.7 deed'], 'deed.pdf', { type: 'application/pdf' });
const list = new File(['a,b'], 'list.csv', { type: 'text/csv' });

test.each(['2021-07-28', 'v3'])('an upload answers where each file is, under %s', async (version) => {
	const { status, body } = await upload([deed, list], {}, { version });
	expect(status).toBe(200);
	const place = `${sandbox.url}/location/${locationId}/custom-Field/${contactId}/`;
	expect(body).toEqual({
		uploadedFiles: {
			'deed.pdf': expect.stringMatching(new RegExp(`^${place}\\w+\\.pdf$`)),
			'list.csv': expect.stringMatching(new RegExp(`^${place}\\w+\\.csv$`)),
		},
		meta: [
			{
				fieldname: `${documents}_0`,
				originalname: 'deed.pdf',
				encoding: '7bit',
				mimetype: 'application/pdf',
				size: 13,
				url: body.uploadedFiles['deed.pdf'],
			},
			expect.objectContaining({ originalname: 'list.csv', url: body.uploadedFiles['list.csv'] }),
		],
	});
});

test('the very same bytes come back from the answered address, without a token', async () => {
	const bytes = randomBytes(2_000_000);
	const photo = new File([bytes], 'view of the pier.jpeg', { type: 'image/jpeg' });
	const { body } = await upload([photo]);
	expect(body.meta[0].size).toBe(bytes.length);
	const answer = await fetch(body.meta[0].url);
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-type')).toBe('image/jpeg');
	expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
});

test('an uploaded page is not run beside that of the sandbox', async () => {
	const { body } = await upload([new File(['<script></script>'], 'page.html', { type: 'text/html' })]);
	const { headers } = await fetch(body.meta[0].url);
	expect(headers.get('content-disposition')).toBe('attachment');
	expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('an address that no upload answered is a 404', async () => {
	const { url } = (await upload([deed])).body.meta[0];
	expect((await fetch(url.replace('.pdf', '.exe'))).status).toBe(404);
	expect((await fetch(url.replace(contactId, 'nobody'))).status).toBe(404);
	sandbox.reset();
	expect((await fetch(url)).status).toBe(404);
});

test('files are for a custom field as well', async () => {
	const { status, body } = await upload([deed], { id: documents });
	expect(status).toBe(200);
	expect(body.meta[0].url).toContain(`/${documents}/`);
});

test('files are there again after a restart', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'sandbox-files-'));
	const stateFile = join(folder, 'state.json');
	const first = await start({ stateFile });
	const { body } = await call(first, 'POST', UPLOAD, form({ id: documents, maxFiles: '1' }, [deed]));
	await first.close();
	const second = await start({ stateFile });
	try {
		const answer = await fetch(second.url + new URL(body.meta[0].url).pathname);
		expect(await answer.text()).toBe('%PDF-1.7 deed');
	} finally {
		await second.close();
		rmSync(folder, { recursive: true });
	}
});

describe('an upload is refused', () => {
	const nothingKept = () => expect(sandbox.state.files.size).toBe(0);

	test('with more files than it allows itself', async () => {
		const { status, body } = await upload([deed, list], { maxFiles: '1' });
		expect(status).toBe(400);
		expect(body.message).toBe('Too many files: 2 were uploaded, maxFiles is 1');
		nothingKept();
	});

	test('without a file', async () => {
		const { status, body } = await upload([]);
		expect(status).toBe(400);
		expect(body.message).toBe('No file was uploaded');
	});

	test('without id and maxFiles, or with a maxFiles that is no number', async () => {
		const { status, body } = await call(sandbox, 'POST', UPLOAD, form({}, [deed]));
		expect(status).toBe(422);
		expect(body.message).toEqual(
			expect.arrayContaining(['id must be a string', 'maxFiles must be a string']),
		);
		const worded = await upload([deed], { maxFiles: 'two' });
		expect(worded.body.message).toEqual(['maxFiles must be a number string']);
		nothingKept();
	});

	test('as JSON, and when the form cannot be read', async () => {
		expect((await call(sandbox, 'POST', UPLOAD, { id: contactId, maxFiles: '1' })).status).toBe(400);
		const { status } = await fetch(sandbox.url + UPLOAD, {
			method: 'POST',
			headers: {
				Authorization: `Bearer ${DEMO.token}`,
				Version: '2021-07-28',
				'Content-Type': 'multipart/form-data; boundary=x',
			},
			body: 'nonsense',
		});
		expect(status).toBe(400);
		nothingKept();
	});

	test('by every other call, for which a form counts as not sent', async () => {
		const { status, body } = await call(sandbox, 'POST', '/contacts/', form({ locationId }, [deed]));
		expect(status).toBe(422);
		expect(body.message).toContain('locationId should not be empty');
	});

	test('with a property that there is not', async () => {
		const { status, body } = await upload([deed], { folder: 'deeds' });
		expect(status).toBe(422);
		expect(body.message).toEqual(['property folder should not exist']);
		nothingKept();
	});

	test('without the scope', async () => {
		expect((await upload([deed], {}, { token: DEMO.readOnlyToken })).status).toBe(401);
		nothingKept();
	});

	test('for an unknown owner, and for one of another location', async () => {
		const { status, body } = await upload([deed], { id: 'nobody' });
		expect(status).toBe(400);
		expect(body.message).toBe('Contact, opportunity or custom field with id nobody not found');
		expect((await upload([deed], { id: otherLocationField })).status).toBe(403);
		expect((await upload([deed], {}, { token: DEMO.otherLocationToken })).status).toBe(403);
		nothingKept();
	});
});

describe('on a contact, a file field', () => {
	const written = (uuid: string, url: string, name: string) => ({
		[uuid]: {
			meta: {
				fieldname: documents,
				originalname: name,
				encoding: '7bit',
				mimetype: 'text/csv',
				size: 3,
				uuid,
			},
			url,
			documentId: 'w2M9qTZ0ZJz8rGt02jdJ',
		},
	});

	test.each([
		['2021-07-28', 'field_value'],
		['v3', 'fieldValue'],
	])('is stored and answered as it was written, under %s', async (version, valueName) => {
		const { url } = (await upload([list])).body.meta[0];
		const value = written('f31175d4-2b06-4fc6-b7bc-74cd814c68cb', url, 'list.csv');
		const changed = await call(
			sandbox,
			'PUT',
			`/contacts/${contactId}`,
			{ customFields: [{ id: documents, [valueName]: value }] },
			{ version },
		);
		expect(changed.status).toBe(200);
		expect(changed.body.contact.customFields).toEqual([{ id: documents, value }]);
		const { contact } = (await call(sandbox, 'GET', `/contacts/${contactId}`, undefined, { version })).body;
		expect(contact.customFields).toEqual([{ id: documents, value }]);
		const made = await create(sandbox, { customFields: [{ key: 'documents', [valueName]: value }] });
		expect(sandbox.state.contacts.get(made)?.customFields).toEqual([{ id: documents, value }]);
	});

	test('is replaced as a whole by the next write', async () => {
		const first = written('a', `${sandbox.url}/a.csv`, 'a.csv');
		const second = written('b', `${sandbox.url}/b.csv`, 'b.csv');
		for (const value of [first, second]) {
			const customFields = [{ id: documents, field_value: value }];
			await call(sandbox, 'PUT', `/contacts/${contactId}`, { customFields });
		}
		const stored = sandbox.state.contacts.get(contactId)?.customFields;
		expect(stored).toEqual([{ id: documents, value: second }]);
	});
});
