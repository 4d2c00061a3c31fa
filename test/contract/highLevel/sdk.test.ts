import { HighLevel } from '@gohighlevel/api-client';
import type { IDataObject } from 'n8n-workflow';

import { DEMO, OF_AGENCIES, runOperation, startSandbox } from '../../support/highLevel';
import type { Difference, HighLevelCase } from '../../cases/case';
import { cases, examples, files, runExample } from '../../cases/highLevel';
import { differencesOf, GENERAL_DIFFERENCES } from './sdkDifferences';

/** An operation beside the official SDK. */
interface Compared {
	resource: string;
	operation: string;
	call: Call;
	/** In place of those of the example. */
	parameters?: IDataObject;
}

type Call = Exclude<HighLevelCase['sdk'], string>;

const all = Object.entries(cases).map(([id, one]) => {
	const [resource = '', operation = ''] = id.split('.');
	return { resource, operation, ...one };
});
const calls = all.flatMap(({ sdk, ...one }) => (typeof sdk === 'string' ? [] : [{ ...one, call: sdk }]));
const variants = all.flatMap(({ resource, operation, variants: own = [] }) =>
	own.map(({ parameters, sdk }) => ({ resource, operation, parameters, call: sdk })),
);

const compared = new Map<string, Promise<string[]>>();

/** What differs when an example is done by the node and by the SDK: `operation: …`. */
async function differences({ resource, operation, call, parameters }: Compared): Promise<string[]> {
	const id = `${resource}.${operation}`;
	const key = `${id} ${JSON.stringify(parameters)}`;
	if (!compared.has(key)) compared.set(key, compare(id, call, parameters));
	const lines = (await compared.get(key)) as string[];
	return lines.map((line) => `${operation}: ${line}`);
}

async function compare(id: string, call: Call, parameters: IDataObject = {}): Promise<string[]> {
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

		const token = OF_AGENCIES.includes(id) ? DEMO.agencyToken : DEMO.token;
		const sdk = new HighLevel({ privateIntegrationToken: token, logLevel: 'none' });
		sdk.getHttpClient().defaults.baseURL = sdkSandbox.url;
		// n8n-core changes how the axios that both use writes lists.
		delete sdk.getHttpClient().defaults.paramsSerializer;
		// Two fresh sandboxes give the same id to what is stored first.
		const prepared = examples[id]?.prepare?.(sdkSandbox) ?? {};
		await call(sdk, prepared);
		expect(sdkSandbox.requests).toHaveLength(1);
		return differencesOf(requests, sdkSandbox.requests, prepared);
	} finally {
		await Promise.all([nodeSandbox.close(), sdkSandbox.close()]);
	}
}

function withoutReason(resource: string, lines: string[]): string[] {
	const known = [...GENERAL_DIFFERENCES, ...(files[resource]?.differences ?? [])];
	return lines.filter((line) => !known.some(({ pattern }) => pattern.test(line)));
}

test('every operation is compared with the official SDK, or said to have no counterpart in it', () => {
	expect(calls.length).toBeGreaterThan(50);
	const without = all.filter(({ sdk }) => typeof sdk !== 'function' && !(typeof sdk === 'string' && sdk));
	expect(without.map(({ resource, operation }) => `${resource}.${operation}`)).toEqual([]);
});

test.each(calls)(
	'$resource.$operation sends what the official SDK sends (method, path, query, body), but for differences that have a reason',
	async (one) => {
		expect(withoutReason(one.resource, await differences(one))).toEqual([]);
	},
);

test.each(variants)(
	'$resource.$operation sends what the official SDK sends, also with $parameters',
	async (one) => {
		expect(withoutReason(one.resource, await differences(one))).toEqual([]);
	},
);

test('every listed difference still exists', async () => {
	const gone: Difference[] = [];
	const seen: string[] = [];
	for (const [resource, { differences: listed = [] }] of Object.entries(files)) {
		const own = [...calls, ...variants].filter((one) => one.resource === resource);
		const lines = (await Promise.all(own.map(differences))).flat();
		seen.push(...lines);
		gone.push(...listed.filter(({ pattern }) => !lines.some((line) => pattern.test(line))));
	}
	gone.push(...GENERAL_DIFFERENCES.filter(({ pattern }) => !seen.some((line) => pattern.test(line))));
	expect(gone.map(({ reason }) => reason)).toEqual([]);
});
