import { HighLevel } from '@gohighlevel/api-client';
import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../../nodes/GoHighLevel/actions';
import { DEMO, runOperation, startSandbox } from '../../support/highLevel';
import { examples, runExample } from './examples';
import type { PreparedName } from './examples/example';
import { comparisons } from './sdkCalls';
import type { Difference, SdkCall } from './sdkCalls/comparison';
import { differencesOf, GENERAL_DIFFERENCES } from './sdkDifferences';

const calls = Object.entries(comparisons).flatMap(([resource, { calls: own }]) =>
	Object.entries(own).map(([operation, call]) => ({ resource, operation, call })),
);
const variants = Object.entries(comparisons).flatMap(([resource, { variants: own = [] }]) =>
	own.map((variant) => ({ resource, ...variant })),
);

const compared = new Map<string, Promise<string[]>>();

/** What differs when an example is done by the node and by the SDK: `operation: …`. */
async function differences(resource: string, operation: string, call: SdkCall): Promise<string[]> {
	const id = `${resource}.${operation}`;
	if (!compared.has(id)) compared.set(id, compare(id, call));
	const lines = (await compared.get(id)) as string[];
	return lines.map((line) => `${operation}: ${line}`);
}

/** @param parameters in place of those of the example */
async function compare(id: string, call: SdkCall, parameters: IDataObject = {}): Promise<string[]> {
	const [nodeSandbox, sdkSandbox] = [await startSandbox(), await startSandbox()];
	try {
		const { run, requests } = await runExample(
			nodeSandbox,
			id,
			async (_, options) =>
				await runOperation(nodeSandbox, id, {
					...options,
					parameters: { ...options.parameters, ...parameters },
				}),
		);
		expect(run.error?.message).toBeUndefined();

		const sdk = new HighLevel({ privateIntegrationToken: DEMO.token, logLevel: 'none' });
		sdk.getHttpClient().defaults.baseURL = sdkSandbox.url;
		// n8n-core changes how the axios that both use writes lists.
		delete sdk.getHttpClient().defaults.paramsSerializer;
		// Two fresh sandboxes give the same id to what is stored first.
		const prepared = (examples[id]?.prepare?.(sdkSandbox) ?? {}) as Record<PreparedName, string>;
		await call(sdk, prepared);
		expect(sdkSandbox.requests).toHaveLength(1);
		return differencesOf(requests, sdkSandbox.requests, prepared);
	} finally {
		await Promise.all([nodeSandbox.close(), sdkSandbox.close()]);
	}
}

function withoutReason(resource: string, lines: string[]): string[] {
	const known = [...GENERAL_DIFFERENCES, ...(comparisons[resource]?.differences ?? [])];
	return lines.filter((line) => !known.some(({ pattern }) => pattern.test(line)));
}

test('every operation is compared with the official SDK, or said to have no counterpart in it', () => {
	for (const [resource, { operations }] of Object.entries(catalogue)) {
		const { calls: own = {}, withoutCounterpart = {} } = comparisons[resource] ?? {};
		const compared = [...Object.keys(own), ...Object.keys(withoutCounterpart)];
		expect({ resource, operations: compared.sort() }).toEqual({
			resource,
			operations: Object.keys(operations).sort(),
		});
	}
});

test.each(calls)(
	'$resource.$operation sends what the official SDK sends (method, path, query, body), but for differences that have a reason',
	async ({ resource, operation, call }) => {
		expect(withoutReason(resource, await differences(resource, operation, call))).toEqual([]);
	},
);

test.each(variants)(
	'$resource.$operation sends what the official SDK sends, also with $parameters',
	async ({ resource, operation, parameters, call }) => {
		const lines = await compare(`${resource}.${operation}`, call, parameters);
		expect(
			withoutReason(
				resource,
				lines.map((line) => `${operation}: ${line}`),
			),
		).toEqual([]);
	},
);

test('every listed difference still exists', async () => {
	const gone: Difference[] = [];
	const all: string[] = [];
	for (const [resource, { differences: listed = [] }] of Object.entries(comparisons)) {
		const own = calls.filter((one) => one.resource === resource);
		const lines = (
			await Promise.all(own.map(({ operation, call }) => differences(resource, operation, call)))
		).flat();
		all.push(...lines);
		gone.push(...listed.filter(({ pattern }) => !lines.some((line) => pattern.test(line))));
	}
	gone.push(...GENERAL_DIFFERENCES.filter(({ pattern }) => !all.some((line) => pattern.test(line))));
	expect(gone.map(({ reason }) => reason)).toEqual([]);
});
