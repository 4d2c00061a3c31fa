import type { INodeProperties } from 'n8n-workflow';

import { collection, options } from '../../../core/fields';
import type { Params } from '../../../core/params';
import { textOf } from '../../../core/params';
import type { WhatsAbleClient } from '../../api/client';
import type { Outgoing } from '../../api/messages';
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

/** Whom a message goes to, and what is noted on the contact. */
export async function outgoingOf(api: WhatsAbleClient, params: Params): Promise<Outgoing> {
	const phone = recipientOf(params);
	const given = params.collection('additionalFields');
	const text = textOf(given.note, 'Note');
	const labels = await labelsOf(api, params, given.labels, 'Labels');
	return { phone, labels, ...(text === '' ? {} : { note: text }) };
}
