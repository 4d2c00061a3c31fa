import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../core/values/objects';
import { objectsIn } from '../../api/responses/plain';

/**
 * The ad or post that brought the contact, which comes with its first message: in the delivery itself, or in an
 * envelope of Meta's Cloud API. Source: WhatsAble's page on incoming messages.
 */
export function referralIn({ referral, entry }: IDataObject): IDataObject | undefined {
	if (isObject(referral)) return referral;
	const messages = objectsIn(entry)
		.flatMap(({ changes }) => objectsIn(changes))
		.flatMap(({ value }) => (isObject(value) ? objectsIn(value.messages) : []));
	return messages.map((message) => message.referral).find(isObject);
}
