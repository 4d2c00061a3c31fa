import type { IDataObject } from 'n8n-workflow';

import { formsOf, phoneAsWritten, phoneOf, toE164 } from '../../core/values/phones';
import type { HighLevelClient } from './client';
import { locationSettings } from './locations';

/**
 * The phone that a field gives, as E.164, in which HighLevel keeps phones. One without calling code is read as dialled
 * in the country of the location; where the token may not read that, HighLevel gets it as it was written and reads it
 * in that way itself. Throws a `Failure` that names the field when it is no phone.
 */
export async function phoneFor(api: HighLevelClient, given: unknown, label: string): Promise<string> {
	// What is no phone at all costs no request.
	const written = phoneAsWritten(given, label);
	const international = toE164(written);
	if (international) return international;
	const country = (await locationSettings(api))?.country;
	return country ? phoneOf(written, label, { country }) : written;
}

/**
 * The phone of a contact that is written: as E.164 where it has its calling code, else as it was written, since
 * HighLevel reads it as dialled in the country of the location without being asked for that first. Throws a `Failure`
 * that names the field when it is no phone.
 */
export function contactPhoneOf(given: unknown, label: string): string {
	const written = phoneAsWritten(given, label);
	return toE164(written) ?? written;
}

/** The same for a phone that is known to be one; what cannot be brought into E.164 stays as it was written. */
export async function e164(api: HighLevelClient, phone: string): Promise<string> {
	const international = toE164(phone);
	if (international) return international;
	return toE164(phone, (await locationSettings(api))?.country) ?? phone;
}

/**
 * The condition of a contact search on a whole phone, in each form in which it may be stored.
 *
 * @param phone E.164
 */
export function phoneCondition(operator: 'eq' | 'not_eq', phone: string): IDataObject {
	const [only, ...others] = formsOf(phone).map((value) => ({ field: 'phone', operator, value }));
	return others.length > 0
		? { group: operator === 'eq' ? 'OR' : 'AND', filters: [only, ...others] as IDataObject[] }
		: (only as IDataObject);
}
