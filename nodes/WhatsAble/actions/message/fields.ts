import type { INodeProperties } from 'n8n-workflow';

import { collection, options } from '../../../core/editor/fields';
import type { OperationInput } from '../../../core/operation/operation';
import { textOf } from '../../../core/values/texts';
import type { WhatsAbleClient } from '../../api/client';
import type { Outgoing, Sent } from '../../api/records/messages';
import { labelList, labelsOf, unknownLabels } from '../labelFields';
import { defaultCountry, recipientOf } from '../recipient';

const note: INodeProperties = {
	displayName: 'Note',
	name: 'note',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	description:
		'Note on the contact, for people and for the AI bot of Notifyer; it is not sent. It replaces the note that is there.',
};

/** What can be noted on the contact while it is written to, beside fields of the message itself. */
export function additionalMessageFields(...own: INodeProperties[]): INodeProperties {
	return collection('Additional Fields', 'additionalFields', [
		labelList('Label Names or IDs', 'labels'),
		note,
		...own,
	]);
}

export function messageOptions(...own: INodeProperties[]): INodeProperties {
	return options(defaultCountry, unknownLabels, ...own);
}

/** Sends to the person that the item names, in the order of the items, with what is noted on the contact. */
export async function toRecipient(
	{ api, params }: OperationInput<WhatsAbleClient>,
	send: (to: Outgoing) => Promise<Sent>,
): Promise<Sent> {
	const phone = recipientOf(params);
	const given = params.collection('additionalFields');
	const text = textOf(given.note, 'Note');
	return await api.inTurn(phone, async () => {
		const labels = await labelsOf(api, params, given.labels, 'Labels');
		return await send({ phone, labels, ...(text === '' ? {} : { note: text }) });
	});
}
