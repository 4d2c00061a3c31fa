import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, startSandbox } from '../../../support/highLevel';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { fail, succeed } from './requests';

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	contactId = storeContact(sandbox, { tags: ['buyer', 'newsletter'] });
});
afterAll(async () => await sandbox.close());

const change = async (operation: string, tags: unknown, items: IDataObject[] = [{}]) =>
	await succeed(sandbox, operation, {
		items,
		parameters: { contactId: byId(contactId), tags: tags as string },
	});
const tags = () => sandbox.state.contacts.get(contactId)?.tags;

test('added tags stand beside those that are there, which stay', async () => {
	expect(await change('addTags', 'hot, open house')).toEqual([
		{ contactId, tags: ['buyer', 'newsletter', 'hot', 'open house'] },
	]);
	expect(tags()).toEqual(['buyer', 'newsletter', 'hot', 'open house']);
});

test('removed tags go, and the others stay', async () => {
	expect(await change('removeTags', 'buyer, unknown')).toEqual([{ contactId, tags: ['newsletter'] }]);
	expect(tags()).toEqual(['newsletter']);
});

test.each<[what: string, tags: unknown]>([
	['text with commas', ' hot ,, open house , hot '],
	['a list from an expression', '={{ $json.list }}'],
	['text from an expression', '={{ $json.text }}'],
])('tags are taken from %s, without blanks and repetitions', async (_, given) => {
	const items = [{ list: ['hot', ' ', 'open house', 'hot'], text: 'hot,open house' }];
	await change('addTags', given, items);
	expect(requestsOf(sandbox, 'POST')[0]?.body).toEqual({ tags: ['hot', 'open house'] });
	await change('removeTags', given, items);
	expect(requestsOf(sandbox, 'DELETE')[0]?.body).toEqual({ tags: ['hot', 'open house'] });
	expect(tags()).toEqual(['buyer', 'newsletter']);
});

test('a tag with a comma in it, from a list, is one tag', async () => {
	await change('addTags', '={{ ["Smith, John"] }}');
	expect(requestsOf(sandbox, 'POST')[0]?.body).toEqual({ tags: ['Smith, John'] });
});

describe.each([
	['addTags', 'POST', 'hot', ['buyer', 'newsletter', 'hot']],
	['removeTags', 'DELETE', 'buyer', ['newsletter']],
])('%s', (operation, method, given, expected) => {
	test('done twice is the same as once', async () => {
		await change(operation, given);
		await change(operation, given);
		expect(tags()).toEqual(expected);
	});

	test.each([
		['the connection is closed', {}],
		['a gateway answers 502', { status: 502 }],
	])('succeeds although its answer is lost and %s: it is sent again', async (_, fault) => {
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, path: '/tags$', ...fault });
		expect(await change(operation, given)).toEqual([{ contactId, tags: expected }]);
		expect(requestsOf(sandbox, method)).toHaveLength(2);
		expect(tags()).toEqual(expected);
	});

	test.each([[' , '], ['={{ [] }}'], ['={{ $json.nothing }}']])(
		'without a tag (%j) sends nothing and says so',
		async (empty) => {
			const error = await fail(sandbox, operation, {
				parameters: { contactId: byId(contactId), tags: empty },
			});
			expect(error.message).toBe('"Tags" is empty');
			expect(error.description).toContain('Enter at least one tag');
			expect(sandbox.requests).toEqual([]);
		},
	);

	test('of something that is no text sends nothing and says so', async () => {
		const error = await fail(sandbox, operation, {
			parameters: { contactId: byId(contactId), tags: '={{ [{ name: "hot" }] }}' },
		});
		expect(error.message).toBe('"Tags" must be text, but it is an object');
		expect(sandbox.requests).toEqual([]);
	});
});

test('twenty items that each add a tag to the same contact leave it with all of them', async () => {
	const items = Array.from({ length: 20 }, (_, index) => ({ tag: `tag ${index}` }));
	await change('addTags', '={{ $json.tag }}', items);
	expect(tags()).toEqual(['buyer', 'newsletter', ...items.map(({ tag }) => tag)]);
});
