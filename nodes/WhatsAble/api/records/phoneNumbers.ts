import type { IDataObject } from 'n8n-workflow';

import { listing } from './lists';
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
export const listPhoneNumbers = listing<PhoneNumber>('phoneNumbers', {
	scalar: 'phone_number_value',
	read: ({ phone_number_value: value, phone_number_label: label }) => ({
		phone_number_value: phoneFrom(scalarText(value)),
		phone_number_label: firstText(label, value),
	}),
});
