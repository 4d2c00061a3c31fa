import type { BinaryFile } from '../../../nodes/core/values/files';
import { multipart } from '../../../nodes/core/sending/multipart';

const EVERY_BYTE = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

const file = (own: Partial<BinaryFile> = {}): BinaryFile => ({
	name: 'lease.pdf',
	mimeType: 'application/pdf',
	content: Buffer.from('%PDF'),
	...own,
});

/** The form as a server reads it: name -> text, or file with its bytes. */
async function read(fields: Record<string, string>, own: Partial<BinaryFile> = {}) {
	const { contentType, content } = multipart(fields, file(own));
	const response = new Response(new Uint8Array(content), { headers: { 'Content-Type': contentType } });
	const entries = [...(await response.formData())].map(async ([name, value]) => [
		name,
		typeof value === 'string'
			? value
			: { name: value.name, type: value.type, content: Buffer.from(await value.arrayBuffer()) },
	]);
	return (await Promise.all(entries)) as Array<[string, string | BinaryFile]>;
}

test('a server reads the fields first, and then the file under its own name', async () => {
	expect(await read({ id: 'cfDocuments', maxFiles: '4' })).toEqual([
		['id', 'cfDocuments'],
		['maxFiles', '4'],
		['lease.pdf', { name: 'lease.pdf', type: 'application/pdf', content: Buffer.from('%PDF') }],
	]);
});

test.each<[what: string, content: Buffer]>([
	['every byte there is', EVERY_BYTE],
	['line breaks at both ends', Buffer.from('\r\na\r\n\r\n')],
	['what looks like the end of a form', Buffer.from('--n8n--\r\n--n8n\r\nContent-Disposition: form-data')],
	['a megabyte', Buffer.alloc(1_000_000, EVERY_BYTE)],
])('a file of %s arrives as it is', async (_, content) => {
	const [[, received] = []] = await read({}, { content });

	expect((received as BinaryFile).content.equals(content)).toBe(true);
});

test.each([
	'Mietvertrag Müller 2026.pdf',
	'契約書.pdf',
	'the "old" lease.pdf',
	'two\r\nlines.pdf',
	'a;b=c\\d.pdf',
	'100%.pdf',
])('the name %j comes through', async (name) => {
	const [[, received] = []] = await read({}, { name });

	expect((received as BinaryFile).name).toBe(name);
});

test('neither a name nor a type can add a header or a part', async () => {
	const evil = 'x"\r\nX-Evil: 1\r\n\r\n--';
	const { content } = multipart(
		{ [evil]: 'text' },
		file({ name: evil, mimeType: `text/plain\r\nX-Evil: 1` }),
	);

	expect(content.toString()).not.toMatch(/^X-Evil/m);
	expect(await read({ [evil]: 'text' }, { name: evil, mimeType: 'text/plain\r\nX-Evil: 1' })).toHaveLength(2);
});

test('each form has a boundary of its own', () => {
	expect(multipart({}, file()).contentType).not.toBe(multipart({}, file()).contentType);
});
