import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../../support/pace';
import type { HighLevelSandbox } from '../../../../../sandbox/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../../support/highLevel';
import { connect, runContactOAuth } from '../../../../support/oAuth2';
import { requestsOf, textOf } from '../../../../support/sandboxRuns';
import { bodyOf, calls, mapped, succeed } from '../requests';
import { BOTH, file, LEASE, limitDocuments, namesOf, referencesOf, uploadsOf } from './files';

const { documents } = DEMO.customFields;
const UPLOAD = `/locations/${DEMO.locationId}/customFields/upload`;

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const withDocuments = (value: unknown): IDataObject => ({
	firstName: 'Ada',
	customFields: mapped({ [documents]: value as string }),
});

/** Creates a contact with documents, and answers its id. */
async function create(value: unknown, binary = BOTH): Promise<string> {
	const [contact] = await succeed(sandbox, 'create', { parameters: withDocuments(value), binary: [binary] });
	return String(contact?.id);
}

/** What is behind the addresses of a contact's documents. */
async function contentsOf(contactId: string): Promise<Buffer[]> {
	const urls = Object.values(referencesOf(sandbox, contactId)).map(({ url }) => url);
	return await Promise.all(urls.map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())));
}

test('a file is uploaded for its field, and the contact refers to it', async () => {
	const contactId = await create('lease');

	const [upload] = sandbox.state.files.values();
	expect(upload).toMatchObject({ ownerId: documents, name: 'lease.pdf', mimeType: 'application/pdf' });
	const references = Object.entries(referencesOf(sandbox, contactId));
	expect(references).toHaveLength(1);
	const [[uuid, reference] = []] = references;
	expect(uuid).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
	expect(reference).toEqual({
		meta: {
			fieldname: 'lease.pdf',
			originalname: 'lease.pdf',
			encoding: '7bit',
			mimetype: 'application/pdf',
			size: 10,
			uuid,
		},
		url: expect.stringContaining(String(upload?.id)),
		documentId: uuid,
	});
});

test('the file comes first, and then the contact that refers to it', async () => {
	await create('lease');

	expect(calls(sandbox).slice(-2)).toEqual([`POST ${UPLOAD}`, 'POST /contacts/']);
	expect(bodyOf(sandbox, 'POST', UPLOAD)).toEqual({ id: documents, maxFiles: '4' });
	expect(requestsOf(sandbox, 'POST', /upload/)[0]?.version).toBe('2021-07-28');
});

describe('every byte is kept', () => {
	test.each<[what: string, content: Buffer]>([
		['of all values', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
		['of text in UTF-8', Buffer.from('Größe, 名前\r\n')],
		['of three megabytes', Buffer.alloc(3_000_000, 'a line\r\n--')],
	])('%s', async (_, content) => {
		const contactId = await create('data', { data: file('data.bin', content) });

		const [received] = await contentsOf(contactId);
		expect(received?.equals(content)).toBe(true);
	});
});

describe('several files', () => {
	test.each<[how: string, value: unknown]>([
		['with commas', 'lease, photo'],
		['as a list', '={{ ["lease", "photo"] }}'],
	])('are given %s', async (_, value) => {
		const contactId = await create(value);

		expect(namesOf(sandbox, contactId).sort()).toEqual(['house.jpg', 'lease.pdf']);
		expect(await contentsOf(contactId)).toEqual([
			Buffer.from('%PDF lease'),
			Buffer.from([0xff, 0xd8, 0, 1, 2, 3, 0x0d, 0x0a]),
		]);
	});

	test('of one name are all kept', async () => {
		const contactId = await create('a, b', {
			a: file('scan.pdf', 'page 1'),
			b: file('scan.pdf', 'page two'),
		});

		expect((await contentsOf(contactId)).map(String)).toEqual(['page 1', 'page two']);
	});
});

test.each([
	['Mietvertrag Müller 2026.pdf'],
	['the "old" lease; signed.pdf'],
	['two\r\nlines.pdf'],
	['契約書.pdf'],
])('the file name %j is kept', async (name) => {
	const contactId = await create('data', { data: file(name, 'x') });

	expect(namesOf(sandbox, contactId)).toEqual([name]);
	expect(uploadsOf(sandbox)).toEqual([name]);
});

test('a file without a name is called after its property', async () => {
	const { fileName: _, ...nameless } = LEASE;
	const contactId = await create('data', { data: { ...nameless, fileExtension: 'pdf' } });

	expect(namesOf(sandbox, contactId)).toEqual(['data.pdf']);
});

test('the field may be named by its key', async () => {
	const [contact] = await succeed(sandbox, 'create', {
		parameters: { firstName: 'Ada', customFields: mapped({ 'contact.documents': 'photo' }) },
		binary: [BOTH],
	});

	expect(namesOf(sandbox, contact?.id)).toEqual(['house.jpg']);
});

test('each item brings its own file to its own contact', async () => {
	const names = ['Ada', 'Ben', 'Cyd'];
	const contacts = await succeed(sandbox, 'create', {
		items: names.map((name) => ({ name })),
		binary: names.map((name) => ({ data: file(`${name}.pdf`, name) })),
		parameters: { firstName: '={{ $json.name }}', customFields: mapped({ [documents]: 'data' }) },
	});

	expect(contacts.map(({ firstName, id }) => [firstName, ...namesOf(sandbox, id)])).toEqual(
		names.map((name) => [name, `${name}.pdf`]),
	);
});

test('a workflow may keep its files among the JSON fields', async () => {
	const [contact] = await succeed(sandbox, 'create', {
		items: [{ form: { file: LEASE } } as unknown as IDataObject],
		binaryMode: 'combined',
		parameters: withDocuments('form.file'),
	});

	expect(namesOf(sandbox, contact?.id)).toEqual(['lease.pdf']);
});

test('an expression may give the file itself', async () => {
	const [contact] = await succeed(sandbox, 'create', {
		items: [{ file: LEASE as IDataObject }],
		parameters: withDocuments('={{ $json.file }}'),
	});

	expect(namesOf(sandbox, contact?.id)).toEqual(['lease.pdf']);
});

test('a field that takes one file says so in the upload', async () => {
	limitDocuments(sandbox, 1);
	await create('lease');

	expect(bodyOf(sandbox, 'POST', UPLOAD)).toEqual({ id: documents, maxFiles: '1' });
});

describe('connected by OAuth2', () => {
	test.each([['Location'], ['Company']] as const)('to a %s, files are uploaded as well', async (userType) => {
		const connection = connect(sandbox, { userType });
		const run = await runContactOAuth(connection, 'create', {
			parameters: {
				...withDocuments('lease'),
				...(userType === 'Company' ? { locationId: byId(DEMO.locationId) } : {}),
			},
			binary: [BOTH],
		});

		expect(textOf(run).trim()).toBe('');
		expect(await contentsOf(String(run.items[0]?.json.id))).toEqual([Buffer.from('%PDF lease')]);
	});

	test('an expired token is replaced in the midst of it', async () => {
		const connection = connect(sandbox);
		await runContactOAuth(connection, 'create', { parameters: withDocuments('lease'), binary: [BOTH] });
		sandbox.oauth.expireAccessTokens();
		const run = await runContactOAuth(connection, 'create', {
			parameters: withDocuments('photo'),
			binary: [BOTH],
		});

		expect(textOf(run).trim()).toBe('');
		expect(namesOf(sandbox, run.items[0]?.json.id)).toEqual(['house.jpg']);
	});
});

test.each(['lostAnswer', 'connectionReset', 'htmlError', 'rateLimited'] as const)(
	'an upload that meets a fault (%s) is done again; the contact is created once and has the file once',
	async (kind) => {
		sandbox.faults.add({ kind, path: 'upload$', times: 1 });
		const contactId = await create('lease');

		expect(namesOf(sandbox, contactId)).toEqual(['lease.pdf']);
		expect(await contentsOf(contactId)).toEqual([Buffer.from('%PDF lease')]);
		expect(requestsOf(sandbox, 'POST', /^\/contacts\/$/)).toHaveLength(1);
	},
);

test('an upload that failed leaves no copy of the file in what n8n stores of the run', async () => {
	sandbox.faults.add({ kind: 'serverError', path: 'upload$' });
	const run = await runContact(sandbox, 'create', {
		parameters: withDocuments('lease'),
		binary: [BOTH],
	});

	expect(run.error?.message).toContain('HighLevel did not answer: status 500');
	expect(run.stored).not.toContain('"Buffer"');
});
