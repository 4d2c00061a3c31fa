import type { IDataObject } from 'n8n-workflow';

import type { WhatsAbleClient } from '../client';
import { digitsOf } from '../phones';
import { making } from '../../../core/operation/request';
import { requestTo } from '../request';

const putContact = requestTo(
	'PUT',
	'updateContact',
	async (api: WhatsAbleClient, body: IDataObject) => await api.changeContact('updateContact', body),
);

/** What is written to a contact; what is left out stays. */
export interface ContactChanges {
	displayName?: string;
	/** The contact has one note, and this replaces it. A key cannot read it. */
	note?: string;
	addLabels: string[];
	removeLabels: string[];
}

/** In place of labels to remove: all of them. Source: WhatsAble's n8n package. */
const ALL_LABELS = '__REMOVE_ALL__';

/** Writes to the contact with this number, and makes it where there is none. */
export const updateContact = making(
	putContact,
	[],
	async (
		api: WhatsAbleClient,
		phone: string,
		{ displayName, note, addLabels, removeLabels }: ContactChanges,
	): Promise<IDataObject> => {
		return await put(api, phone, {
			...(displayName === undefined ? {} : { display_name: displayName }),
			...(note === undefined ? {} : { note }),
			labels: addLabels,
			selected_labels: removeLabels,
		});
	},
);

/** Takes all labels from the contact with this number. */
export const removeAllLabels = making(
	putContact,
	[],
	async (api: WhatsAbleClient, phone: string): Promise<IDataObject> => {
		return await put(api, phone, { labels: [], selected_labels: [ALL_LABELS] });
	},
);

/** The answer does not say whose it is, so the number does. */
async function put(api: WhatsAbleClient, phone: string, body: IDataObject): Promise<IDataObject> {
	const answer = await putContact(api, { phone_number: digitsOf(phone), ...body });
	return { ...answer, phone_number: phone };
}

/**
 * A note with another text below it. A text that is its end already is not added again, so that an item that is run
 * twice leaves one.
 */
export function noteWith(existing: string, added: string): string {
	if (existing === '' || existing === added || existing.endsWith(`\n${added}`)) return existing || added;
	return `${existing}\n${added}`;
}
