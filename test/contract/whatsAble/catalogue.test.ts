import type { INodeProperties } from 'n8n-workflow';

import { catalogue } from '../../../nodes/WhatsAble/actions';
import { Params } from '../../../nodes/core/operation/params';
import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import { startSandbox } from '../../support/whatsAble';
import { cases, examples, runExample } from '../../cases/whatsAble';

const operations = Object.entries(catalogue).flatMap(([resource, { operations: own }]) =>
	Object.entries(own).map(([name, operation]) => ({ id: `${resource}.${name}`, operation })),
);

let sandbox: WhatsAbleSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterEach(() => vi.restoreAllMocks());
afterAll(async () => await sandbox.close());

/** `options.timeout` for a field in a collection. */
function namesOf({ name, type, options = [] }: INodeProperties): string[] {
	return type === 'collection'
		? (options as INodeProperties[]).map((field) => `${name}.${field.name}`)
		: [name];
}

test('has an example with every field of every collection for each operation', () => {
	for (const { id, operation } of operations) {
		const given = Object.entries(examples[id]?.parameters ?? {}).flatMap(([name, value]) =>
			['additionalFields', 'options', 'conditions'].includes(name)
				? Object.keys(value as object).map((key) => `${name}.${key}`)
				: [name],
		);
		const missing = operation.fields.flatMap(namesOf).filter((name) => !given.includes(name));
		expect({ id, missing }).toEqual({ id, missing: [] });
	}
});

/** Everything that an operation reads of its parameters while `work` goes on. */
async function readBy(work: () => Promise<unknown>): Promise<Set<string>> {
	const read = new Set<string>();
	const { collection } = Params.prototype;
	// Whatever is read of a parameter goes through this.
	const inside = Params.prototype as unknown as { unread(name: string): unknown };
	const { unread } = inside;
	vi.spyOn(inside, 'unread').mockImplementation(function (this: Params, name: string) {
		read.add(name);
		return unread.call(this, name);
	});
	vi.spyOn(Params.prototype, 'collection').mockImplementation(function (this: Params, name: string) {
		return new Proxy(collection.call(this, name), {
			get: (target, key: string) => {
				read.add(`${name}.${key}`);
				return target[key];
			},
		});
	});
	await work();
	return read;
}

test.each(operations)('$id has no field that it does not read', async ({ id, operation }) => {
	const read = await readBy(async () => {
		for (const { parameters } of [{ parameters: {} }, ...(cases[id]?.variants ?? [])]) {
			sandbox.reset();
			await runExample(sandbox, id, { parameters });
		}
	});
	const fields = operation.fields.flatMap(namesOf);
	expect(fields.filter((name) => !read.has(name) && !isOnlyNeeded(name, read))).toEqual([]);
});

/** A limit is read only when not all are wanted. */
function isOnlyNeeded(name: string, read: Set<string>): boolean {
	return name === 'limit' && read.has('returnAll');
}
