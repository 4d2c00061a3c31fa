import type { IDataObject } from 'n8n-workflow';

import { GoHighLevel } from '../../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox, UNKNOWN } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { tokenWithout } from '../everyOperation/operations';
import { editorContext, errorOf } from '../pickers/editor';

const { searchEmailFolders, searchEmailTemplates } = new GoHighLevel().methods.listSearch;
const { locationId } = DEMO;
const { folder, newsletter, welcome } = DEMO.emailTemplates;
const SCOPE = 'emails/templates.readonly';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

function addTemplates(count: number): void {
	for (let index = 0; index < count; index++) {
		sandbox.state.add('emailTemplates', { locationId, name: `Offer ${index}` });
	}
}

const queries = () => sandbox.requests.map(({ query }) => query);
const found = async (parameters: IDataObject) =>
	(await succeed(sandbox, 'emailTemplate.getAll', { parameters })).map(({ id }) => id);

describe('get many', () => {
	test.each([
		[{ returnAll: true, limit: 1 }, 47, [0, 20, 40]],
		[{ returnAll: false, limit: 30 }, 30, [0, 20]],
		[{ returnAll: false, limit: 3 }, 3, [0]],
	])('%j returns %d of 47 templates, each once', async (parameters, count, offsets) => {
		addTemplates(45);
		const ids = await found(parameters);

		expect(new Set(ids).size).toBe(count);
		expect(ids).toHaveLength(count);
		expect(queries().map(({ offset }) => offset)).toEqual(offsets);
		expect(sandbox.requests.map(({ version }) => version)).toEqual(offsets.map(() => 'v3'));
	});

	test.each<[IDataObject, string[]]>([
		[{}, [newsletter, welcome]],
		[{ include: 'folders' }, [folder]],
		[{ include: 'all', folderId: byId('root') }, [folder, welcome]],
		[{ folderId: byId(folder) }, [newsletter]],
		[{ search: 'SPRING' }, [newsletter]],
		[{ search: ' ', folderId: byId(''), include: '' }, [newsletter, welcome]],
		[{ archived: true }, []],
		[{ archived: 'no' }, [newsletter, welcome]],
	])('with the filters %j returns what matches', async (filters, ids) => {
		expect((await found({ returnAll: true, filters })).sort()).toEqual([...ids].sort());
	});

	test('returns archived templates where they are asked for', async () => {
		sandbox.state.change('emailTemplates', welcome, { archived: true });

		expect(await found({ filters: {} })).toEqual([newsletter]);
		expect(await found({ filters: { archived: true } })).toEqual([welcome]);
	});

	test('sorts by the last change, as chosen', async () => {
		expect(await found({ options: {} })).toEqual([newsletter, welcome]);
		expect(await found({ options: { sortOrder: 'asc' } })).toEqual([welcome, newsletter]);
	});

	test('of a folder that is not there returns nothing', async () => {
		expect(await found({ filters: { folderId: byId(UNKNOWN) } })).toEqual([]);
	});
});

describe('get', () => {
	test('returns the template with the address of its content, and nothing of the response around it', async () => {
		const [template = {}] = await succeed(sandbox, 'emailTemplate.get', {
			parameters: { templateId: byId(newsletter) },
		});

		expect(template).toEqual({
			id: newsletter,
			name: 'Spring newsletter',
			editorType: 'html',
			isPlainText: false,
			parentFolderId: folder,
			fromName: 'Harborview Realty',
			fromEmail: 'office@harborview.example',
			subject: 'Homes that bloom',
			previewText: 'Three new listings',
			editorContentUrl: expect.any(String),
			deleted: false,
			createdAt: '2026-01-12T15:04:05.000Z',
			updatedAt: '2026-03-02T09:00:00.000Z',
		});
		const content = await fetch(String(template.editorContentUrl));
		expect(await content.text()).toContain('Three new listings by the harbor');
	});

	test('of an unknown ID fails for its item, and the other items go on', async () => {
		const run = await runOperation(sandbox, 'emailTemplate.get', {
			items: [{ id: UNKNOWN }, { id: welcome }],
			parameters: { templateId: byId('={{ $json.id }}') },
			onError: 'continueErrorOutput',
		});

		expect(run.items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([[welcome, { item: 1 }]]);
		expect(run.errorItems.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[expect.stringContaining(`Email template with id ${UNKNOWN} not found`), { item: 0 }],
		]);
	});

	test('without an ID is refused before anything is sent', async () => {
		const error = await fail(sandbox, 'emailTemplate.get', {
			parameters: { templateId: byId('={{ $json.nothing }}') },
		});

		expect(error.message).toBe('"Email Template" is empty');
		expect(sandbox.requests).toEqual([]);
	});
});

test.each<[string, IDataObject]>([
	['emailTemplate.getAll', {}],
	['emailTemplate.get', { templateId: byId(welcome) }],
])('%s names the scope that the token lacks', async (id, parameters) => {
	const error = await fail(sandbox, id, { parameters, token: tokenWithout(sandbox, SCOPE) });

	expect(error.description).toContain(SCOPE);
});

describe('the list of the editor', () => {
	test('shows templates without folders, and folders without templates', async () => {
		const templates = await searchEmailTemplates.call(editorContext(sandbox));
		const folders = await searchEmailFolders.call(editorContext(sandbox));

		expect(templates.results).toEqual([
			{ name: 'Spring newsletter', value: newsletter },
			{ name: 'Welcome', value: welcome },
		]);
		expect(folders.results).toEqual([{ name: 'Campaigns', value: folder }]);
	});

	test('goes on page by page, and is searched by HighLevel', async () => {
		addTemplates(25);
		const first = await searchEmailTemplates.call(editorContext(sandbox), '');
		const second = await searchEmailTemplates.call(editorContext(sandbox), '', String(first.paginationToken));
		const some = await searchEmailTemplates.call(editorContext(sandbox), 'welc');

		expect([first.results.length, second.results.length]).toEqual([20, 7]);
		expect(second.paginationToken).toBeUndefined();
		expect(some.results).toEqual([{ name: 'Welcome', value: welcome }]);
		expect(queries().map(({ search }) => search)).toEqual([undefined, undefined, 'welc']);
	});

	test('names the scope that the token lacks', async () => {
		const token = tokenWithout(sandbox, SCOPE);
		const error = await errorOf(searchEmailTemplates.call(editorContext(sandbox, { token })));

		expect(error.description).toContain(SCOPE);
	});
});
