import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { fieldsOf } from './dryRun';
import type { Catalogue, Operation } from './operation';

/** The editor properties of a whole catalogue: the resource list, an operation list each, and every field. */
export function propertiesOf<Api>(catalogue: Catalogue<Api>, defaultResource: string): INodeProperties[] {
	const resources = Object.entries(catalogue);
	const resourceList: INodeProperties = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [false, true].flatMap((last) =>
			byName(
				resources
					.filter(([, { isLast = false }]) => isLast === last)
					.map(([value, { name }]) => ({ name, value })),
			),
		),
		default: defaultResource,
	};
	return [resourceList, ...resources.flatMap(([value, { operations }]) => operationsOf(value, operations))];
}

function operationsOf<Api>(resource: string, operations: Record<string, Operation<Api>>): INodeProperties[] {
	const entries = Object.entries(operations);
	const options = byName(entries.map(([value, operation]) => optionOf(value, operation)));
	const firstChoice = operations.get ? 'get' : String(options[0]?.value);
	const operationList: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options,
		default: firstChoice,
	};
	const fields = entries.flatMap(([value, operation]) =>
		fieldsOf(operation).map((field) => shownFor(field, resource, value)),
	);
	return [operationList, ...fields];
}

function optionOf<Api>(value: string, { name, action, description }: Operation<Api>): INodePropertyOptions {
	return { name, value, action, description };
}

function shownFor(field: INodeProperties, resource: string, operation: string): INodeProperties {
	const { show, ...rest } = field.displayOptions ?? {};
	return {
		...field,
		displayOptions: { ...rest, show: { resource: [resource], operation: [operation], ...show } },
	};
}

function byName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return [...options].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
