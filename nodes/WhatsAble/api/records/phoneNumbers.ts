import type { IDataObject } from 'n8n-workflow';

import type { WhatsAbleClient } from '../client';
import { ENDPOINTS } from '../endpoints';
import { listOf } from './lists';
import { phoneFrom } from '../phones';
import { firstText, scalarText } from '../responses/plain';

/** What a key can read of a contact. */
export interface PhoneNumber extends IDataObject {
	/** E.164 */
	phone_number_value: string;
	/** Name and number, as a list shows them. */
	phone_number_label: string;
}

/** The numbers of all contacts. */
export async function listPhoneNumbers(api: WhatsAbleClient): Promise<PhoneNumber[]> {
	return await listOf(api, ENDPOINTS.phoneNumbers, {
		scalar: 'phone_number_value',
		read: ({ phone_number_value: value, phone_number_label: label }) => ({
			phone_number_value: phoneFrom(scalarText(value)),
			phone_number_label: firstText(label, value),
		}),
	});
}
