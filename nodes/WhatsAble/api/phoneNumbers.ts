import type { IDataObject } from 'n8n-workflow';

import type { WhatsAbleClient } from './client';
import { ENDPOINTS } from './endpoints';
import { phoneFrom } from './phones';

/** What a key can read of a contact. */
export interface PhoneNumber extends IDataObject {
	/** E.164 */
	phone_number_value: string;
	/** Name and number, as a list shows them. */
	phone_number_label: string;
}

/** The numbers of all contacts. */
export async function listPhoneNumbers(api: WhatsAbleClient): Promise<PhoneNumber[]> {
	const answer = await api.get<unknown>(ENDPOINTS.phoneNumbers);
	if (!Array.isArray(answer)) throw api.notWhatsAble(ENDPOINTS.phoneNumbers);
	return (answer as IDataObject[]).map((entry) => ({
		...entry,
		phone_number_value: phoneFrom(entry.phone_number_value),
		phone_number_label: String(entry.phone_number_label ?? entry.phone_number_value ?? ''),
	}));
}
