import { options } from '../../../core/editor/fields';
import { required } from '../../../core/editor/locator';
import { categoryOf } from '../../api/reading/records';
import { addCategories } from '../../api/records/lists';
import { commaFreeNames } from '../commaLists';
import { operation } from '../operation';
import { text } from '../optionalFields';

export const create = operation({
	name: 'Create',
	action: 'Create categories',
	description: 'Add categories to the account; those that it has already stay as they are',
	requests: [addCategories],
	fields: [
		required(
			text(
				'Names',
				'names',
				'Names of the categories, separated by commas, or a list from an expression',
				'e.g. New Lead, Prospect',
			),
		),
		options(),
	],
	async execute({ api, params }) {
		const names = commaFreeNames(params.given('names'), 'Names');
		return (await addCategories(api, names)).map(categoryOf);
	},
});
