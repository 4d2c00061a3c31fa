import type { INodeProperties } from 'n8n-workflow';

import { propertiesOf } from '../../../nodes/core/operation/properties';
import type { Operation } from '../../../nodes/core/operation/operation';

const field = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...more,
});

const operation = (name: string, fields: INodeProperties[] = []): Operation<null> => ({
	name,
	action: `${name} it`,
	description: `Does ${name}`,
	requests: [],
	fields,
	execute: async () => ({}),
});

const shared = field('shared');
const conditional = field('limit', {
	displayOptions: { show: { returnAll: [false] }, hide: { other: [1] } },
});

const properties = propertiesOf<null>(
	{
		task: {
			name: 'Task',
			operations: { update: operation('Update'), create: operation('Create', [shared]) },
		},
		contact: {
			name: 'Contact',
			operations: { getAll: operation('Get Many', [conditional]), get: operation('Get', [shared]) },
		},
	},
	'contact',
);

const named = (name: string, resource?: string) =>
	properties.filter(
		(property) =>
			property.name === name &&
			(resource === undefined || property.displayOptions?.show?.resource?.includes(resource)),
	);

test('resources are listed by name, with the chosen one first selected', () => {
	expect(named('resource')).toEqual([
		expect.objectContaining({
			default: 'contact',
			noDataExpression: true,
			options: [
				{ name: 'Contact', value: 'contact' },
				{ name: 'Task', value: 'task' },
			],
		}),
	]);
});

test('each resource shows its own operations, sorted by name, with what an agent reads of them', () => {
	expect(named('operation', 'task')[0]?.options).toEqual([
		{ name: 'Create', value: 'create', action: 'Create it', description: 'Does Create' },
		{ name: 'Update', value: 'update', action: 'Update it', description: 'Does Update' },
	]);
	expect(named('operation')).toHaveLength(2);
});

test('a new node begins with reading where there is a Get, so that running it by mistake writes nothing', () => {
	expect(named('operation', 'contact')[0]?.default).toBe('get');
	expect(named('operation', 'task')[0]?.default).toBe('create');
});

test('a field is shown for its own operation only, also when operations share it', () => {
	expect(named('shared').map(({ displayOptions }) => displayOptions?.show)).toEqual([
		{ resource: ['task'], operation: ['create'] },
		{ resource: ['contact'], operation: ['get'] },
	]);
	expect(shared.displayOptions).toBeUndefined();
});

test('a field that is shown on a condition keeps it', () => {
	expect(named('limit')[0]?.displayOptions).toEqual({
		show: { resource: ['contact'], operation: ['getAll'], returnAll: [false] },
		hide: { other: [1] },
	});
});
