import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { WrongValue } from './case';

/** Of the operations that send something to a number, or look for one. */
export const settings = { defaultCountry: 'US', timeout: 10_000 };

/** Of the operations that can label the contact. */
export const options = { ...settings, unknownLabels: 'leaveOut' };

export const listed: IDataObject = { returnAll: false, limit: 5, options: { timeout: 10_000 } };

/** A file as n8n keeps it on its disk. */
export function fileOf(mimeType: string): IBinaryKeyData[string] {
	return {
		fileName: 'lease.pdf',
		mimeType,
		data: 'filesystem-v2',
		id: 'filesystem-v2:files/lease.pdf',
	};
}

export const notAPhone: WrongValue = {
	parameters: { phoneNumber: '12' },
	message: '"Phone Number" is not a phone number: 12',
	field: 'Phone Number',
};
