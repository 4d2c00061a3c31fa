import { HighLevel } from '@gohighlevel/api-client';
import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../nodes/GoHighLevel/actions';
import { DEMO, runContact, startSandbox } from '../support/highLevel';
import { examples, runExample } from './examples';
import type { SdkCall } from './sdkCalls';
import { sdkCalls, sdkVariants, WITHOUT_COUNTERPART } from './sdkCalls';
import { DIFFERENCES, differencesOf } from './sdkDifferences';

const operations = Object.entries(catalogue).flatMap(([resource, { operations: own }]) =>
	Object.keys(own).map((name) => `${resource}.${name}`),
);

const compared = new Map<string, Promise<string[]>>();

/** What differs when an example is done by the node and by the SDK. */
async function differences(id: string): Promise<string[]> {
	if (!compared.has(id)) compared.set(id, compare(id, sdkCalls[id] as SdkCall));
	return (await compared.get(id)) as string[];
}

/** @param parameters in place of those of the example */
async function compare(id: string, call: SdkCall, parameters: IDataObject = {}): Promise<string[]> {
	const [nodeSandbox, sdkSandbox] = [await startSandbox(), await startSandbox()];
	try {
		const { run, requests } = await runExample(
			nodeSandbox,
			id,
			async (operation, options) =>
				await runContact(nodeSandbox, operation, {
					...options,
					parameters: { ...options.parameters, ...parameters },
				}),
		);
		expect(run.error?.message).toBeUndefined();

		const sdk = new HighLevel({ privateIntegrationToken: DEMO.token, logLevel: 'none' });
		sdk.getHttpClient().defaults.baseURL = sdkSandbox.url;
		// Two fresh sandboxes give the same id to what is stored first.
		const contactId = String(examples[id]?.prepare?.(sdkSandbox).contactId ?? '');
		await call(sdk, contactId);
		expect(sdkSandbox.requests).toHaveLength(1);
		return differencesOf(requests, sdkSandbox.requests, contactId).map((line) => `${id}: ${line}`);
	} finally {
		await Promise.all([nodeSandbox.close(), sdkSandbox.close()]);
	}
}

test('every operation is compared with the official SDK, or said to have no counterpart in it', () => {
	expect([...Object.keys(sdkCalls), ...Object.keys(WITHOUT_COUNTERPART)].sort()).toEqual(operations.sort());
});

test.each(Object.keys(sdkCalls))(
	'%s sends what the official SDK sends (method, path, query, body), but for differences that have a reason',
	async (id) => {
		const lines = await differences(id);
		expect(lines.filter((line) => !DIFFERENCES.some(({ pattern }) => pattern.test(line)))).toEqual([]);
	},
);

test.each(sdkVariants)(
	'$id sends what the official SDK sends, also with $parameters',
	async ({ id, parameters, call }) => {
		const lines = await compare(id, call, parameters);
		expect(lines.filter((line) => !DIFFERENCES.some(({ pattern }) => pattern.test(line)))).toEqual([]);
	},
);

test('every listed difference still exists', async () => {
	const lines = (await Promise.all(Object.keys(sdkCalls).map(differences))).flat();
	const gone = DIFFERENCES.filter(({ pattern }) => !lines.some((line) => pattern.test(line)));
	expect(gone.map(({ reason }) => reason)).toEqual([]);
});
