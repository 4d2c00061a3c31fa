import { options } from '../../../core/editor/fields';
import { operation } from '../operation';
import { checkKey } from '../../api/records/apiKey';

export const check = operation({
	name: 'Check',
	action: 'Check the API key',
	description:
		'Read which product the API key of the credential belongs to: notifyer, whatsable or notifier. success is false for a key that WhatsAble does not know.',
	requests: [checkKey],
	fields: [options()],
	async execute({ api }) {
		return await checkKey(api);
	},
});
