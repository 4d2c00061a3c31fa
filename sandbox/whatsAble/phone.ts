import { toE164 } from '../shared/normalise';
import { Rejection, wrongInput } from './wire/errors';

/** Digits of a number that a message is to go to: international, with or without `+`, and nothing else in it.
 * Source: public pages on template messages and other messages.
 * @throws Rejection when no such number can exist */
export function recipientDigits(phone: string): string {
	const digits = /^\+?(\d+)$/.exec(phone.trim())?.[1];
	const number = digits === undefined ? undefined : toE164(`+${digits}`, 'US');
	if (number === undefined) {
		throw new Rejection(
			'invalid_phone_number',
			'The phone number format is invalid. Please use international format with country code.',
		);
	}
	return number.slice(1);
}

/** Digits of the number of a contact that is to be changed: digits only.
 * Source: public page on Zapier, "digits only, no + or spaces".
 * @throws Rejection when it is anything else */
export function contactDigits(phone: string): string {
	if (!/^\d+$/.test(phone)) throw wrongInput('phone_number', 'an integer: digits only, without + and spaces');
	return recipientDigits(phone);
}
