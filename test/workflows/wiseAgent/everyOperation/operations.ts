import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { catalogue } from '../../../../nodes/WiseAgent/actions';
import { scopesOf } from '../../../../nodes/core/operation/request';
import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { examples } from '../../../cases/wiseAgent';
import type { WiseAgentRun } from '../../../support/wiseAgent';
import { runWiseAgent } from '../../../support/wiseAgent';
import type { Outcome } from '../../../support/sandboxRuns';

/** Parameters that name a record. */
const RECORDS = [
	'callId',
	'contactId',
	'noteId',
	'programID',
	'propertyId',
	'searchId',
	'taskId',
	'vendorId',
	'webhookId',
];

/** Every operation of the catalogue; `id` is `resource.operation`. */
export const operations = Object.entries(catalogue).flatMap(([resource, { operations: own }]) =>
	Object.entries(own).map(([name, operation]) => ({
		id: `${resource}.${name}`,
		scopes: scopesOf(operation),
		isAsking: operation.requests.length > 0,
		records: operation.fields
			.filter((field) => RECORDS.includes(field.name) && field.required)
			.map((field) => ({ parameter: field.name, label: field.displayName, isLocator: isLocator(field) })),
	})),
);

function isLocator({ type }: INodeProperties): boolean {
	return type === 'resourceLocator';
}

/** Runs the example of an operation with other parameters or another credential. */
export async function runWith(
	sandbox: WiseAgentSandbox,
	id: string,
	options: WiseAgentRun = {},
): Promise<Outcome> {
	const item = examples[id]?.prepare?.(sandbox) ?? {};
	const before = contentOf(sandbox);
	const firstRequest = sandbox.requests.length;
	const run = await runWiseAgent(sandbox, id, {
		...options,
		parameters: { ...(examples[id]?.parameters ?? {}), ...options.parameters } as IDataObject,
		items: [item],
	});
	return {
		run,
		requests: sandbox.requests.slice(firstRequest),
		changed: contentOf(sandbox) !== before,
	};
}

const ACCESS = ['accessTokens', 'apps', 'codes', 'refreshTokens'];

/** How many records of each kind the sandbox has. */
export function sizesOf({ state }: WiseAgentSandbox): Record<string, number> {
	const collections = Object.entries(state.collections()).filter(([name]) => !ACCESS.includes(name));
	return Object.fromEntries(collections.map(([name, map]) => [name, map.size]));
}

/** The same as `contentOf`, without the times at which something was added or changed. */
export function timelessContentOf(sandbox: WiseAgentSandbox): string {
	return contentOf(sandbox).replace(/"\d{4}-\d{2}-\d{2}T[\d:.]+Z"/g, '"a time"');
}

/** Everything that the sandbox stores, but for what is about access. */
function contentOf({ state }: WiseAgentSandbox): string {
	const collections = Object.entries(state.collections()).filter(([name]) => !ACCESS.includes(name));
	return JSON.stringify(collections.map(([name, map]) => [name, [...map.values()]]));
}
