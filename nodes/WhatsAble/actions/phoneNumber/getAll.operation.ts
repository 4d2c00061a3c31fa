import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { listPhoneNumbers } from '../../api/records/phoneNumbers';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many phone numbers',
	description:
		'Read the numbers of the contacts of Notifyer, each with the text that lists show for it. An API key can read no more of them.',
	requests: [listPhoneNumbers],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		const limit = params.limit();
		return (await listPhoneNumbers(api)).slice(0, limit);
	},
});
