import { plainOf } from '../../api/reading/records';
import { readUser } from '../../api/records/lists';
import { operation } from '../operation';
import { recordOptions, outputOf } from '../output';

export const get = operation({
	name: 'Get',
	action: 'Get the connected user',
	description: 'Read who connected the account; the quickest way to see whether the credential works',
	requests: [readUser],
	fields: [recordOptions()],
	async execute({ api, params }) {
		return outputOf(params, await readUser(api), plainOf);
	},
});
