import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { textOf } from '../../../core/values/texts';
import { sendFreeForm } from '../../api/records/messages';
import { operation } from '../operation';
import { phoneNumber } from '../recipient';
import { additionalMessageFields, messageOptions, toRecipient } from './fields';
import { caption, captionOf, mediaFields, mediaOf } from './media';
import { listLabels } from '../../api/records/labels';

const fileName: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	placeholder: 'e.g. lease.pdf',
	description:
		'Name under which the person gets the document, with its extension. Without it, that of the file or at the end of the URL.',
};

export const sendDocument = operation({
	name: 'Send Document',
	action: 'Send a document',
	description: "Send a document of up to 100 MB; only within 24 hours of the person's own last message",
	requests: [sendFreeForm, listLabels],
	fields: [phoneNumber, ...mediaFields, additionalMessageFields(caption, fileName), messageOptions()],
	async execute(input) {
		const { params, api } = input;
		const { link, name } = mediaOf(params, 'document');
		const filename = fileNameOf(params) || name || lastPartOf(link);
		const document = { link, ...captionOf(params), ...(filename ? { filename } : {}) };
		return await toRecipient(
			input,
			async (to) => await sendFreeForm(api, { type: 'document', document }, to),
		);
	},
});

function fileNameOf(params: Params): string {
	return textOf(params.collection('additionalFields').fileName, 'File Name');
}

/** `https://example.com/files/lease.pdf?v=2` -> `lease.pdf` */
function lastPartOf(link: string): string | undefined {
	const last = new URL(link).pathname.split('/').pop();
	return last?.includes('.') ? decodedOrSame(last) : undefined;
}

function decodedOrSame(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
