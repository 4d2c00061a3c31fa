import { collection, options } from '../../../core/editor/fields';
import { textOf } from '../../../core/values/texts';
import { mediaUrl } from '../../api/records/media';
import { sendAsNotifier } from '../../api/records/otherProducts';
import { attachmentUrl, botText, filename } from '../botFields';
import { operation } from '../operation';
import { defaultCountry, phoneNumber, recipientOf } from '../recipient';

export const send = operation({
	name: 'Send',
	action: 'Send a message with the Notifier',
	description: "Send a text, with a file if you like, with WhatsAble's older product Notifier",
	requests: [sendAsNotifier],
	fields: [
		phoneNumber,
		botText,
		collection('Additional Fields', 'additionalFields', [attachmentUrl, filename]),
		options(defaultCountry),
	],
	async execute({ api, params }) {
		const phone = recipientOf(params);
		const given = params.collection('additionalFields');
		const url = textOf(given.attachmentUrl, 'Attachment URL');
		const name = textOf(given.filename, 'File Name');
		const message = {
			phone,
			text: params.filled('text'),
			...(url ? { attachment: mediaUrl(url, 'Attachment URL') } : {}),
			...(name ? { filename: name } : {}),
		};
		return await api.inTurn(phone, async () => await sendAsNotifier(api, message));
	},
});
