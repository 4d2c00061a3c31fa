import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { pace } from '../../../support/pace';
import { requestsOf } from '../../../support/sandboxRuns';

const { locationId } = DEMO;
const { officeHours, bookingLink } = DEMO.customValues;

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
let starts = 0;
beforeAll(async () => (sandbox = await startSandbox()));
// The node remembers what it has created, so no id may come twice.
beforeEach(() => {
	sandbox.reset();
	sandbox.state.random.position = ++starts * 7_919;
});
afterAll(async () => await sandbox.close());

const store = (name: string, value: string) => {
	const id = sandbox.state.newId();
	const fieldKey = `{{ custom_values.${name.toLowerCase()} }}`;
	sandbox.state.customValues.set(id, { id, locationId, name, fieldKey, value });
	return id;
};
const stored = (id: string) => sandbox.state.customValues.get(id);

test('each item becomes a custom value of its own, with the key by which templates insert it', async () => {
	const run = await runOperation(sandbox, 'customValue.create', {
		items: [
			{ name: 'Broker', text: 'Harborview Realty' },
			{ name: 'License', text: 10443 },
		],
		parameters: { name: '={{ $json.name }}', value: '={{ $json.text }}' },
	});

	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
		[
			{
				id: expect.any(String),
				locationId,
				name: 'Broker',
				fieldKey: '{{ custom_values.broker }}',
				value: 'Harborview Realty',
			},
			{ item: 0 },
		],
		[expect.objectContaining({ name: 'License', value: '10443' }), { item: 1 }],
	]);
	for (const { json } of run.items) expect(stored(String(json.id))).toEqual(json);
});

test('a custom value without text is refused before anything is sent', async () => {
	const error = await fail(sandbox, 'customValue.create', {
		parameters: { name: 'Broker', value: '={{ $json.nothing }}' },
	});

	expect(error.message).toBe('"Value" is empty');
	expect(error.description).toContain('Map a value to "Value"');
	expect(sandbox.requests).toEqual([]);
});

test('a key that is taken is refused with what HighLevel says, and the other items go on', async () => {
	const run = await runOperation(sandbox, 'customValue.create', {
		items: [{ name: 'Office hours' }, { name: 'Broker' }],
		parameters: { name: '={{ $json.name }}', value: 'Mon-Fri' },
		onError: 'continueErrorOutput',
	});

	expect(run.items.map(({ json }) => json.name)).toEqual(['Broker']);
	expect(run.errorItems.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
		[expect.stringContaining('already exists'), { item: 0 }],
	]);
	expect(stored(officeHours)?.value).toBe('Mon-Fri 9-17');
});

test('one is read by its id', async () => {
	expect(
		await succeed(sandbox, 'customValue.get', { parameters: { customValueId: byId(officeHours) } }),
	).toEqual([stored(officeHours)]);
});

test.each([
	[{ returnAll: true, limit: 1 }, 62],
	[{ returnAll: false, limit: 50 }, 50],
	[{ returnAll: false, limit: 1 }, 1],
])('%j puts out %d of 62 custom values of the location', async (parameters, count) => {
	for (let index = 0; index < 60; index++) store(`Text${index}`, 'x');
	const values = await succeed(sandbox, 'customValue.getAll', { parameters });

	expect(values).toHaveLength(count);
	expect(values[0]).toEqual(stored(officeHours));
	expect(values.every((value) => value.locationId === locationId)).toBe(true);
});

describe('an update', () => {
	const update = async (updateFields: Record<string, string>) =>
		await succeed(sandbox, 'customValue.update', {
			parameters: { customValueId: byId(officeHours), updateFields },
		});

	test.each([
		[{ value: 'Mon-Sat 9-18' }, { name: 'Office Hours', value: 'Mon-Sat 9-18' }],
		[{ name: 'Hours' }, { name: 'Hours', value: 'Mon-Fri 9-17' }],
		[
			{ name: 'Hours', value: '={{ $json.nothing }}' },
			{ name: 'Hours', value: 'Mon-Fri 9-17' },
		],
	])('of %j leaves what is not given as it is', async (updateFields, expected) => {
		const [value] = await update(updateFields as Record<string, string>);

		expect(value).toMatchObject({ id: officeHours, ...expected });
		expect(stored(officeHours)).toEqual(value);
		expect(requestsOf(sandbox, 'PUT').map(({ body }) => body)).toEqual([expected]);
		expect(stored(bookingLink)?.name).toBe('Booking Link');
	});

	test('of both fields reads nothing before', async () => {
		await update({ name: 'Hours', value: 'Mon-Sat' });

		expect(sandbox.requests.map(({ method }) => method)).toEqual(['PUT']);
	});

	test('of one value by two items keeps what each has given', async () => {
		await succeed(sandbox, 'customValue.update', {
			items: [{ name: 'Hours' }, { value: 'Mon-Sat' }],
			parameters: {
				customValueId: byId(officeHours),
				updateFields: { name: '={{ $json.name }}', value: '={{ $json.value }}' },
			},
		});

		expect(stored(officeHours)).toMatchObject({ name: 'Hours', value: 'Mon-Sat' });
	});

	test('whose answer is lost is sent again', async () => {
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'PUT' });
		expect(await update({ value: 'Mon-Sat' })).toMatchObject([{ value: 'Mon-Sat' }]);
	});

	test('without anything to write is refused before anything is sent', async () => {
		const error = await fail(sandbox, 'customValue.update', {
			parameters: { customValueId: byId(officeHours), updateFields: { value: ' ' } },
		});

		expect(error.message).toBe('There is nothing to update');
		expect(sandbox.requests).toEqual([]);
	});
});

test('a deleted one is gone, and the others stay', async () => {
	const run = await runOperation(sandbox, 'customValue.delete', {
		items: [{ id: officeHours }, { id: 'nothing000000000000' }],
		parameters: { customValueId: byId('={{ $json.id }}') },
		onError: 'continueErrorOutput',
	});

	expect(run.items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
		[{ deleted: true }, { item: 0 }],
	]);
	expect(run.errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(stored(officeHours)).toBeUndefined();
	expect(stored(bookingLink)).toBeDefined();
});

test('a delete whose answer is lost has succeeded', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'DELETE' });

	expect(
		await succeed(sandbox, 'customValue.delete', { parameters: { customValueId: byId(officeHours) } }),
	).toEqual([{ deleted: true }]);
	expect(stored(officeHours)).toBeUndefined();
});

const CREATE = { method: 'POST', path: '/customValues$' };
const broker = { parameters: { name: 'Broker', value: 'Harborview Realty' } };
const called = (name: string) =>
	sandbox.state.customValues.inGroup(locationId).filter((one) => one.name === name);

test('an older one with this name and text is not passed off as the new one', async () => {
	const id = 'cvOlder0000000000001';
	sandbox.state.customValues.set(id, {
		id,
		locationId: locationId,
		name: 'Broker',
		fieldKey: '{{ custom_values.of_before }}',
		value: 'Harborview Realty',
	});
	sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
	const [value] = await succeed(sandbox, 'customValue.create', broker);

	expect(value?.id).not.toBe(id);
	expect(called('Broker')).toHaveLength(2);
});

test('the answer of the first item is not passed off as that of a second that is refused', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const run = await runOperation(sandbox, 'customValue.create', {
		...broker,
		items: [{}, {}],
		onError: 'continueErrorOutput',
	});

	expect(run.items).toHaveLength(1);
	expect(run.errorItems.map(({ json }) => json.error)).toEqual([expect.stringContaining('already exists')]);
	expect(called('Broker')).toHaveLength(1);
});
