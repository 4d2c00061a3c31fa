import type { INodeProperties } from 'n8n-workflow';

/**
 * Values of custom fields; a parameter of its own, since n8n takes no resource mapper inside a collection.
 *
 * @param method of `methods.resourceMapping`
 * @param records whose fields they are: "contacts"
 */
export function customFieldMapper(method: string, records: string): INodeProperties {
	return {
		displayName: 'Custom Fields',
		name: 'customFields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description:
			'Values of the custom fields of this location. A field for files takes the name of the binary property that holds the file; several are separated by commas.',
		typeOptions: {
			resourceMapper: {
				resourceMapperMethod: method,
				// In the mode "update", the editor shows no field before one is chosen to match on.
				mode: 'add',
				valuesLabel: 'Custom Fields',
				fieldWords: { singular: 'custom field', plural: 'custom fields' },
				addAllFields: false,
				multiKeyMatch: false,
				supportAutoMap: false,
				noFieldsError: `This location has no custom fields for ${records}.`,
			},
		},
	};
}
