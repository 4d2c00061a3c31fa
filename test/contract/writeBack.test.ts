import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isObject } from '../../nodes/core/values/objects';
import { isEmpty } from '../../nodes/core/values/texts';
import { catalogue as highLevelCatalogue } from '../../nodes/GoHighLevel/actions';
import { catalogue as wiseAgentCatalogue } from '../../nodes/WiseAgent/actions';
import type { HighLevelSandbox } from '../../sandbox/highLevel';
import type { WiseAgentSandbox } from '../../sandbox/wiseAgent';
import { byId, runOperation, startSandbox } from '../support/highLevel';
import { Poller } from '../support/running/runPolls';
import type { NodeRun } from '../support/running/runWorkflow';
import { runWhatsAble, startSandbox as startWhatsAble } from '../support/whatsAble';
import { delivery, post, registeredUrl, startTrigger } from '../support/whatsAbleTrigger';
import { runWiseAgent, startWiseAgent } from '../support/wiseAgent';
import { examples as highLevelExamples } from '../cases/highLevel';
import { examples as wiseAgentExamples } from '../cases/wiseAgent';

/** What a service offers, and an example of each. */
interface Catalogue {
	[resource: string]: { operations: Record<string, { fields: INodeProperties[] }> };
}
type Examples = Record<string, { parameters?: IDataObject } | undefined>;
type Run = (id: string, options: { parameters: IDataObject; items: IDataObject[] }) => Promise<NodeRun>;

/** The others return what belongs to a record, and not the record. */
const READS = /^(get|getAll|getBy\w+|find\w*|search)$/;

/** `resource.operation` of all reads of records that can be updated. */
function readsOf(catalogue: Catalogue): string[] {
	return Object.entries(catalogue).flatMap(([resource, { operations }]) =>
		'update' in operations
			? Object.keys(operations).flatMap((name) => (READS.test(name) ? [`${resource}.${name}`] : []))
			: [],
	);
}

/** As an operation is set when a person adds it: what the example names, and nothing that changes what comes out. */
function defaults(parameters: IDataObject = {}): IDataObject {
	const { options: _, simplify: _simplify, ...chosen } = parameters;
	return { ...chosen, options: {} };
}

/** What a person would drag from the item into the fields of the same names. */
function mappedBack(fields: INodeProperties[], item: IDataObject): IDataObject {
	const entries = fields.flatMap(({ name, type, options }): Array<[string, unknown]> => {
		if (type === 'collection' && name !== 'options') {
			return [[name, mappedBack((options ?? []) as INodeProperties[], item)]];
		}
		const value = valueIn(item, name);
		if (isEmpty(value) || type === 'fixedCollection') return [];
		return [[name, type === 'resourceLocator' ? byId(String(value as string)) : value]];
	});
	return Object.fromEntries(entries) as IDataObject;
}

/**
 * What stands under the name, however it is capitalised, or under one that looks like it; of objects in a list, their
 * names. `nameLowerCase` says of itself that it is for reading, and is no field of its own.
 */
function valueIn(item: IDataObject, name: string): unknown {
	const alike = [name.toLowerCase(), ...(name === 'name' ? [] : [`${name}LowerCase`.toLowerCase()])];
	const [, value] = Object.entries(item).find(([key]) => alike.includes(key.toLowerCase())) ?? [];
	if (!Array.isArray(value)) return value;
	return (value as unknown[]).flatMap((one) => (isObject(one) ? (one.name ?? []) : [one]));
}

/** How many fields are given. */
function countOf(mapped: IDataObject): number {
	const counts = Object.values(mapped).map((value) =>
		isObject(value) && !('__rl' in value) ? countOf(value as IDataObject) : 1,
	);
	return counts.reduce((sum, count) => sum + count, 0);
}

/** When a record was changed, which every write moves. */
const MOVED = ['dateUpdated', 'updatedAt', 'DateModified', 'DtUpdated', 'DateUpdatedUTC'];

/** Records without that. */
function lasting({ items, error }: NodeRun): IDataObject[] {
	expect(error?.message).toBeUndefined();
	return items.map(({ json }) =>
		Object.fromEntries(Object.entries(json).filter(([name]) => !MOVED.includes(name))),
	);
}

/** Writes an item back to the record that it is about, and expects that nothing has changed. */
async function expectUnchanged(
	resource: string,
	item: IDataObject,
	{ catalogue, examples, ids, run }: { catalogue: Catalogue; examples: Examples; ids: IDataObject; run: Run },
): Promise<number> {
	const { operations } = catalogue[resource] as Catalogue[string];
	const own = Object.keys(ids);
	const reader = 'get' in operations ? 'get' : 'getAll';
	const whole = async () =>
		lasting(
			await run(`${resource}.${reader}`, {
				parameters: { ...defaults(examples[`${resource}.${reader}`]?.parameters), simplify: false },
				items: [ids],
			}),
		);
	const before = await whole();
	const { fields } = operations.update as { fields: INodeProperties[] };
	const mapped = mappedBack(
		fields.filter(({ name }) => !own.includes(name)),
		item,
	);
	const chosen = Object.entries(examples[`${resource}.update`]?.parameters ?? {}).filter(([name]) =>
		own.includes(name),
	);
	if (countOf(mapped) === 0) return 0;
	const written = await run(`${resource}.update`, {
		parameters: { ...mapped, ...Object.fromEntries(chosen), options: {} },
		items: [ids],
	});
	expect(written.error?.message).toBeUndefined();
	const { outcome = 'unchanged', changedFields = [] } = written.items[0]?.json ?? {};
	expect({ outcome, changedFields }).toEqual({ outcome: 'unchanged', changedFields: [] });
	expect(await whole()).toEqual(before);
	return countOf(mapped);
}

describe('HighLevel: what a read returns by default changes nothing when it is written back', () => {
	let sandbox: HighLevelSandbox;
	const run: Run = async (id, options) => await runOperation(sandbox, id, options);
	beforeAll(async () => (sandbox = await startSandbox()));
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox.close());

	test.each(readsOf(highLevelCatalogue))('%s', async (id) => {
		const [resource = ''] = id.split('.');
		const ids = (highLevelExamples[id]?.prepare?.(sandbox) ?? {}) as IDataObject;
		const { items, error } = await run(id, {
			parameters: defaults(highLevelExamples[id]?.parameters),
			items: [ids],
		});
		expect(error?.message).toBeUndefined();
		const all = items.map(({ json }) => json);
		const own = ids[`${resource}Id`];
		const item = all.find((one) => own !== undefined && one.id === own);
		// It returns something else that belongs to the record.
		if (!item) return;
		const context = { catalogue: highLevelCatalogue, examples: highLevelExamples, ids, run };
		expect(await expectUnchanged(resource, item, context)).toBeGreaterThan(0);
	});

	test.each(['contactCreated', 'contactUpdated', 'tagAdded'])('the poll trigger: %s', async (event) => {
		const poller = new Poller(sandbox, { parameters: { events: [event] } });
		await poller.activate();
		const ids = (highLevelExamples['contact.get']?.prepare?.(sandbox) ?? {}) as IDataObject;
		if (event === 'contactUpdated') {
			await poller.poll();
			sandbox.state.updateContact(String(ids.contactId), { city: 'Troy' });
		}
		const item = (await poller.poll()).find(({ id }) => id === ids.contactId) ?? {};
		const context = { catalogue: highLevelCatalogue, examples: highLevelExamples, ids, run };
		expect(await expectUnchanged('contact', item, context)).toBeGreaterThan(3);
	});
});

describe('Wise Agent: what a read returns by default changes nothing when it is written back', () => {
	let sandbox: WiseAgentSandbox;
	const run: Run = async (id, options) => await runWiseAgent(sandbox, id, options);
	beforeEach(async () => (sandbox = await startWiseAgent()));
	afterEach(async () => await sandbox.close());

	test.each(readsOf(wiseAgentCatalogue))('%s', async (id) => {
		const [resource = ''] = id.split('.');
		// The note of the other examples is locked.
		const { prepare } = wiseAgentExamples[resource === 'note' ? 'note.update' : id] ?? {};
		const ids = (prepare?.(sandbox) ?? {}) as IDataObject;
		if (ids[`${resource}Id`] === undefined) return;
		const { items, error } = await run(id, {
			parameters: defaults(wiseAgentExamples[id]?.parameters),
			items: [ids],
		});
		expect(error?.message).toBeUndefined();
		const own = String(ids[`${resource}Id`] as string);
		const item = items
			.map(({ json }) => json)
			.find((one) => Object.values(one).some((value) => String(value as string) === own));
		expect(item).toBeDefined();
		const context = { catalogue: wiseAgentCatalogue, examples: wiseAgentExamples, ids, run };
		expect(await expectUnchanged(resource, item ?? {}, context)).toBeGreaterThan(0);
	});
});

test('WhatsAble: what the trigger returns changes nothing when it is written back to the contact', async () => {
	const sandbox = await startWhatsAble();
	const server = await startTrigger(sandbox, {});
	await server.activate();
	await post(registeredUrl(sandbox), delivery({ labels: 'Buyer, Hot Lead' }));
	const [item] = server.executions;
	const contacts = () => [...sandbox.state.contacts.values()].sort((a, b) => a.id.localeCompare(b.id));

	const before = structuredClone(contacts());
	const { phone_number: phoneNumber, labels, recipient_name: displayName } = item ?? {};
	const { error } = await runWhatsAble(sandbox, 'contact.upsert', {
		parameters: { phoneNumber, additionalFields: { displayName, labels } },
	});
	await server.close();
	await sandbox.close();

	expect(error?.message).toBeUndefined();
	expect(contacts()).toEqual(before);
});
