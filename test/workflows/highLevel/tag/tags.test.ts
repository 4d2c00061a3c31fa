import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { storeContact } from '../../../support/sandboxRuns';

const { locationId, otherLocationId } = DEMO;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	for (const { id } of sandbox.state.tags.inGroup(locationId)) sandbox.state.tags.delete(id);
});
afterAll(async () => await sandbox.close());

const stored = () => sandbox.state.tags.inGroup(locationId).map(({ name }) => name);
const addTag = (name: string, where: string = locationId) => {
	const id = sandbox.state.newId();
	sandbox.state.tags.set(id, { id, name, locationId: where });
	return id;
};

test('a new tag is stored in the location and comes out with its id, in lower case as HighLevel keeps it', async () => {
	const [tag] = await succeed(sandbox, 'tag.create', {
		items: [{ tag: ' Open House ' }],
		parameters: { name: '={{ $json.tag }}' },
	});

	expect(tag).toEqual({ id: tag?.id, name: 'open house', locationId });
	expect(sandbox.state.tags.get(String(tag?.id))).toEqual(tag);
	expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
		`POST /locations/${locationId}/tags`,
	]);
});

test('new tags come out in the order of the items, each linked to its own', async () => {
	const items = Array.from({ length: 8 }, (_, index) => ({ tag: `tag ${index}` }));
	const run = await runOperation(sandbox, 'tag.create', { items, parameters: { name: '={{ $json.tag }}' } });

	expect(run.items.map(({ json }) => json.name)).toEqual(items.map(({ tag }) => tag));
	expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
});

test('a tag that is there already is refused with the reason that HighLevel gives, and is there once', async () => {
	addTag('open house');
	const error = await fail(sandbox, 'tag.create', { parameters: { name: 'Open House' } });

	expect(error.message).toBe('HighLevel refused the data: Tag with name open house already exists');
	expect(stored()).toEqual(['open house']);
});

test('Get Many gives the tags of this location only, and keeps to the limit', async () => {
	const ids = ['a', 'b', 'c'].map((name) => addTag(name));
	addTag('elsewhere', otherLocationId);

	const all = await succeed(sandbox, 'tag.getAll', { parameters: { returnAll: true } });
	expect(all.map(({ id }) => id)).toEqual(ids);
	const some = await succeed(sandbox, 'tag.getAll', { parameters: { limit: 2 } });
	expect(some.map(({ id }) => id)).toEqual(ids.slice(0, 2));
});

test('Get reads one tag', async () => {
	const tagId = addTag('fair');

	expect(await succeed(sandbox, 'tag.get', { parameters: { tagId: byId(tagId) } })).toEqual([
		{ id: tagId, name: 'fair', locationId },
	]);
});

test('an update renames the tag, also where only the case differs', async () => {
	const tagId = addTag('fair');
	const update = async (name: string) =>
		await succeed(sandbox, 'tag.update', { parameters: { tagId: byId(tagId), name } });

	expect(await update('Book Fair')).toEqual([{ id: tagId, name: 'book fair', locationId }]);
	expect(await update('BOOK fair')).toEqual([{ id: tagId, name: 'book fair', locationId }]);
	expect(stored()).toEqual(['book fair']);
});

test('a name that another tag has is refused, and both tags stay', async () => {
	const tagId = addTag('fair');
	addTag('book fair');
	const error = await fail(sandbox, 'tag.update', {
		parameters: { tagId: byId(tagId), name: 'Book fair' },
	});

	expect(error.message).toContain('Tag with name book fair already exists');
	expect(stored().sort()).toEqual(['book fair', 'fair']);
});

test('a deleted tag is gone, and its contacts stay', async () => {
	const tagId = addTag('fair');
	const contactId = storeContact(sandbox, { tags: ['fair', 'buyer'] });
	const records = await succeed(sandbox, 'tag.delete', { parameters: { tagId: byId(tagId) } });

	expect(records).toEqual([{ deleted: true }]);
	expect(stored()).toEqual([]);
	expect(sandbox.state.contacts.get(contactId)).toBeDefined();
});

test('a tag of another location is not found', async () => {
	const tagId = addTag('elsewhere', otherLocationId);
	for (const name of ['get', 'update', 'delete']) {
		const error = await fail(sandbox, `tag.${name}`, {
			parameters: { tagId: byId(tagId), name: 'mine' },
		});
		expect(error.message).toBe(`Tag with id ${tagId} not found`);
	}

	expect(sandbox.state.tags.get(tagId)?.name).toBe('elsewhere');
});
