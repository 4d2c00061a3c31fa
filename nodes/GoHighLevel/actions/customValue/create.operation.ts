import { options } from '../../../core/editor/fields';
import { createCustomValue } from '../../api/records/customValues';
import { operation } from '../operation';
import { value, valueName } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a custom value',
	description: 'Add a custom value, a text that is kept in one place for the whole location',
	scopes: ['locations/customValues.write', 'locations/customValues.readonly'],
	fields: [{ ...valueName, required: true }, { ...value, required: true }, options()],
	async execute({ api, params }) {
		return await createCustomValue(api, { name: params.filled('name'), value: params.filled('value') });
	},
});
