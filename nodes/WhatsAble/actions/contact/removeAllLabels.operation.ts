import { options } from '../../../core/editor/fields';
import { planned } from '../../../core/heldBack';
import { removeAllLabels as removeAll } from '../../api/records/contacts';
import { operation } from '../operation';
import { defaultCountry, phoneNumber, recipientOf } from '../recipient';

export const removeAllLabels = operation({
	name: 'Remove All Labels',
	action: 'Remove all labels from a contact',
	description: 'Take all labels from a contact; its name and its note stay',
	requests: [removeAll],
	fields: [phoneNumber, options(defaultCountry)],
	async execute({ api, params }) {
		const phone = recipientOf(params);
		const changes = { labels: { to: [] } };
		const remove = async () => await planned({ changes }, async () => await removeAll(api, phone));
		return { changedFields: ['labels'], changes, ...(await api.inTurn(phone, remove)) };
	},
});
