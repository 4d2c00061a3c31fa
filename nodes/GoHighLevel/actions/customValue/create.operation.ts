import { options } from '../../../core/editor/fields';
import { customValues } from '../../api/records/customValues';
import { operation } from '../operation';
import { value, valueName } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a custom value',
	description: 'Add a custom value, a text that is kept in one place for the whole location',
	requests: [customValues.create],
	fields: [{ ...valueName, required: true }, { ...value, required: true }, options()],
	async execute({ api, params }) {
		return await customValues.create(api, { name: params.filled('name'), value: params.filled('value') });
	},
});
