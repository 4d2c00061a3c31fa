import type { HighLevelSandbox, RecordedRequest } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { mapped, succeed } from './requests';

let sandbox: HighLevelSandbox;
let contactId: string;
beforeEach(async () => {
	// Answers take a while, so that items that are worked on at once would overtake each other.
	sandbox = await startSandbox({ latencyMs: 15 });
	contactId = sandbox.state.addContact({ locationId: DEMO.locationId, city: 'none' }).id;
});
afterEach(async () => await sandbox.close());

function answeredAt({ at, durationMs }: RecordedRequest): number {
	return at + (durationMs ?? Infinity);
}

function numbered(count: number) {
	return Array.from({ length: count }, (_, index) => ({ index }));
}

test('many items for one contact: the last item wins, and each sees what the one before it wrote', async () => {
	const written = await succeed(sandbox, 'update', {
		items: numbered(30),
		parameters: { contactId: byId(contactId), updateFields: { city: '=City {{ $json.index }}' } },
	});

	const puts = sandbox.requests.filter(({ method }) => method === 'PUT');
	expect(puts.map(({ body }) => body)).toEqual(numbered(30).map(({ index }) => ({ city: `City ${index}` })));
	expect(sandbox.state.contacts.get(contactId)?.city).toBe('City 29');
	expect(written.map(({ city }) => city)).toEqual(numbered(30).map(({ index }) => `City ${index}`));
});

test('an item whose custom fields have to be looked up first is not overtaken by the next item', async () => {
	await succeed(sandbox, 'update', {
		items: [
			{ city: 'first', rooms: 2 },
			{ city: 'second', rooms: '' },
		],
		parameters: {
			contactId: byId(contactId),
			updateFields: { city: '={{ $json.city }}' },
			customFields: mapped({ [DEMO.customFields.bedrooms]: '={{ $json.rooms }}' }),
		},
	});

	expect(sandbox.state.contacts.get(contactId)).toMatchObject({
		city: 'second',
		customFields: [{ id: DEMO.customFields.bedrooms, value: 2 }],
	});
});

test('the same holds for Create or Update', async () => {
	await succeed(sandbox, 'upsert', {
		items: [
			{ city: 'first', rooms: 2 },
			{ city: 'second', rooms: '' },
		],
		parameters: {
			email: 'ava@mail.example',
			additionalFields: { city: '={{ $json.city }}' },
			customFields: mapped({ [DEMO.customFields.bedrooms]: '={{ $json.rooms }}' }),
		},
	});

	const ava = [...sandbox.state.contacts.values()].filter(({ email }) => email === 'ava@mail.example');
	expect(ava).toMatchObject([{ city: 'second', customFields: [{ value: 2 }] }]);
});

test('tags that parallel items and a second execution add are all there in the end', async () => {
	const tag = async (prefix: string) =>
		await succeed(sandbox, 'update', {
			items: numbered(12),
			parameters: { contactId: byId(contactId), updateFields: { tags: `=${prefix} {{ $json.index }}` } },
		});
	await Promise.all([tag('left'), tag('right')]);

	const expected = numbered(12).flatMap(({ index }) => [`left ${index}`, `right ${index}`]);
	expect([...(sandbox.state.contacts.get(contactId)?.tags ?? [])].sort()).toEqual(expected.sort());
});

test('items for different contacts are worked on at the same time', async () => {
	const ids = numbered(20).map(() => sandbox.state.addContact({ locationId: DEMO.locationId }).id);
	await succeed(sandbox, 'update', {
		items: ids.map((id) => ({ id })),
		parameters: { contactId: byId('={{ $json.id }}'), updateFields: { city: 'Boston' } },
	});

	const firstAnswerAt = Math.min(...sandbox.requests.map(answeredAt));
	expect(sandbox.requests.filter(({ at }) => at < firstAnswerAt).length).toBeGreaterThan(1);
	expect(ids.map((id) => sandbox.state.contacts.get(id)?.city)).toEqual(ids.map(() => 'Boston'));
});
