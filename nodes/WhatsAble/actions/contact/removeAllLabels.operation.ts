import { options } from '../../../core/editor/fields';
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
		return await api.inTurn(phone, async () => await removeAll(api, phone));
	},
});
