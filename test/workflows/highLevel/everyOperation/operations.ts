import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { catalogue } from '../../../../nodes/GoHighLevel/actions';
import { scopesOf } from '../../../../nodes/core/operation/request';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { ALL_SCOPES } from '../../../../sandbox/highLevel';
import { examples, runExample } from '../../../cases/highLevel';
import type { OperationRun } from '../../../support/highLevel';
import { DEMO, runOperation } from '../../../support/highLevel';
import type { Outcome } from '../../../support/sandboxRuns';

/** Parameters that name something which belongs to another record, and is checked with it. */
const PARTS = ['groupId', 'pipelineId', 'pipelineStageId'];

/** Every operation of the catalogue; `id` is `resource.operation`. */
export const operations = Object.entries(catalogue).flatMap(([resource, { operations: own }]) =>
	Object.entries(own).map(([name, operation]) => ({
		id: `${resource}.${name}`,
		scopes: scopesOf(operation),
		records: operation.fields
			.filter(({ name: parameter, type, required }) => {
				return type === 'resourceLocator' && required && !PARTS.includes(parameter);
			})
			.filter((field) => isShown(field, examples[`${resource}.${name}`]?.parameters ?? {}))
			.map(({ name: parameter, displayName }) => ({ parameter, label: displayName })),
	})),
);

/** Whether the form shows a field when the others have these values. */
function isShown({ displayOptions }: INodeProperties, parameters: IDataObject): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
		(values as unknown[]).includes(parameters[name]),
	);
}

/** Runs the example of an operation with other parameters or another credential. */
export async function runWith(
	sandbox: HighLevelSandbox,
	id: string,
	{ parameters, ...others }: OperationRun = {},
): Promise<Outcome> {
	let before = '';
	const { run, requests } = await runExample(sandbox, id, async (_, options) => {
		before = contentOf(sandbox);
		return await runOperation(sandbox, id, {
			...options,
			...others,
			parameters: { ...options.parameters, ...parameters },
		});
	});
	return { run, requests, changed: contentOf(sandbox) !== before };
}

const ACCESS = ['apps', 'codes', 'installs', 'refreshTokens', 'tokens'];

/** Everything that the sandbox stores, but for what is about access. */
function contentOf({ state }: HighLevelSandbox): string {
	const collections = Object.entries(state.collections()).filter(([name]) => !ACCESS.includes(name));
	return JSON.stringify(collections.map(([name, map]) => [name, [...map.values()]]));
}

/** Without custom fields, whose definitions would be read first. */
export function plain(id: string): IDataObject {
	return /^(contact|opportunity)\.(create|update|upsert)$/.test(id) ? { customFields: { value: {} } } : {};
}

/** A token of the demo location that has all scopes but one. */
export function tokenWithout(sandbox: HighLevelSandbox, scope: string): string {
	const token = `pit-00000000-demo-demo-demo-without-${scope}`;
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The demo has no token');
	sandbox.state.tokens.set(token, { ...demo, token, scopes: ALL_SCOPES.filter((one) => one !== scope) });
	return token;
}
