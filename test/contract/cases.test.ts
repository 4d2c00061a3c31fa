import { askingIdsIn, idsIn, services, startedFor } from '../workflows/everyOperation/services';
import type { Service } from '../workflows/everyOperation/services';

/** What is wrong with the files of cases of a service, by file; empty when nothing is. */
export function faultsIn({
	folder,
	catalogue,
	files,
}: Pick<Service, 'folder' | 'catalogue' | 'files'>): string[] {
	const missing = Object.keys(catalogue).filter((resource) => !(resource in files));
	return [
		...missing.map((resource) => `test/cases/${folder}/${resource}.ts: there is no such file`),
		...Object.entries(files).flatMap(([resource, { cases }]) => {
			const operations = catalogue[resource]?.operations;
			const faults = operations
				? faultsOfFile(Object.keys(operations), cases)
				: ['the node has no such resource'];
			return faults.map((fault) => `test/cases/${folder}/${resource}.ts: ${fault}`);
		}),
	];
}

function faultsOfFile(operations: string[], cases: unknown): string[] {
	if (typeof cases !== 'object' || cases === null) return ['exports no "cases"'];
	const own = cases as Service['cases'];
	return [
		...operations.filter((name) => !(name in own)).map((name) => `has no case for "${name}"`),
		...Object.entries(own).flatMap(([name, one]) => {
			if (!operations.includes(name)) return [`has a case for "${name}", which the node cannot do`];
			return [
				...(one?.example?.parameters ? [] : [`has no example in "${name}"`]),
				...(one?.wrong?.message ? [] : [`has no wrong value in "${name}"`]),
			];
		}),
	];
}

/** Creates first: that the contact is there already, HighLevel says by refusing. */
const REFUSED_AT_FIRST = ['contact.upsert'];

describe.each(services)('$name', (one) => {
	const { catalogue, cases } = one;
	const started = startedFor(one);

	test('has one file for each resource, with a case for each operation', () => {
		expect(faultsIn(one)).toEqual([]);
	});

	test('has an example with every field for each operation, so that none is left unchecked', () => {
		expect(Object.keys(cases).sort()).toEqual(idsIn(catalogue).sort());
		for (const [resource, { operations }] of Object.entries(catalogue)) {
			for (const [operation, { fields }] of Object.entries(operations)) {
				const id = `${resource}.${operation}`;
				const given = Object.keys(cases[id]?.example.parameters ?? {});
				const missing = fields.map(({ name }) => name).filter((name) => !given.includes(name));
				expect({ id, missing }).toEqual({ id, missing: [] });
			}
		}
	});

	test.each(idsIn(catalogue))('%s does what its example asks for, in each of its ways', async (id) => {
		let isRefusedOnce = false;
		for (const { parameters } of [{ parameters: {} }, ...(cases[id]?.variants ?? [])]) {
			started.service.reset();
			const { run, requests } = await started.service.run(id, { parameters });
			expect(run.error && `${run.error.message} ${run.error.description ?? ''}`).toBeUndefined();
			expect(run.items.length).toBeGreaterThan(0);
			expect(requests.length > 0).toBe(askingIdsIn(catalogue).includes(id));
			const refused = requests.filter(({ status = 0, refusal }) => status >= 300 || refusal !== undefined);
			isRefusedOnce ||= refused.length > 0;
		}
		expect(isRefusedOnce).toBe(one.node === 'GoHighLevel' && REFUSED_AT_FIRST.includes(id));
	});
});
