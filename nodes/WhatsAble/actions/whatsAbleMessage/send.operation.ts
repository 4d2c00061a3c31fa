import type { INodeProperties } from 'n8n-workflow';

import { collection, options } from '../../../core/editor/fields';
import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import { mediaUrl } from '../../api/records/media';
import { sendAsBot } from '../../api/records/otherProducts';
import { botRecipientLocator } from '../../pickers/locators';
import { attachmentUrl, botText, filename } from '../botFields';
import { operation } from '../operation';
import { defaultCountry, recipientOf } from '../recipient';

const attachmentFile: INodeProperties = {
	displayName: 'Attachment From Input Data Field',
	name: 'attachmentFile',
	type: 'string',
	default: '',
	placeholder: 'e.g. data',
	description: 'The name of the input field with a file that is sent along',
};

export const send = operation({
	name: 'Send',
	action: 'Send a message from the WhatsAble bot',
	description:
		"Send a text, with a file if you like, from WhatsAble's bot to a number that is verified there",
	requests: [sendAsBot],
	fields: [
		botRecipientLocator,
		botText,
		collection('Additional Fields', 'additionalFields', [attachmentFile, attachmentUrl, filename]),
		options(defaultCountry),
	],
	async execute({ api, params }) {
		const phone = recipientOf(params);
		const message = { text: params.filled('text'), ...(await attachmentOf(params)) };
		return await api.inTurn(phone, async () => await sendAsBot(api, { phone, ...message }));
	},
});

async function attachmentOf(params: Params): Promise<{ attachment?: string; filename?: string }> {
	const given = params.collection('additionalFields');
	const name = textOf(given.filename, 'File Name');
	const url = textOf(given.attachmentUrl, 'Attachment URL');
	if (isEmpty(given.attachmentFile)) {
		return url === ''
			? {}
			: { attachment: mediaUrl(url, 'Attachment URL'), ...(name ? { filename: name } : {}) };
	}
	if (url !== '') {
		throw new Failure(
			'A message takes one attachment, and both a URL and a file are given',
			'Leave one of the two empty.',
			{ field: 'attachmentUrl' },
		);
	}
	const file = await params.file(given.attachmentFile, 'Attachment From Input Data Field');
	return { attachment: file.content.toString('base64'), filename: name || file.name };
}
