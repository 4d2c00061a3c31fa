import { Failure } from '../../../core/failure';
import { emailOf } from '../../../core/values/emails';
import { phoneAsWritten } from '../../../core/values/phones';
import { contactOf } from '../../api/reading/records';
import { ownersOfEmail, ownersOfPhone } from '../../api/contacts/identity';
import { operation } from '../operation';
import { text } from '../optionalFields';
import { recordOptions, outputOf } from '../output';
import { email } from './fields';

export const find = operation({
	name: 'Find by Email or Phone',
	action: 'Find contacts by email or phone',
	description:
		'Find the contacts that have this email, or else this phone; puts out nothing when there is none',
	requests: [ownersOfEmail, ownersOfPhone],
	fields: [
		email,
		text(
			'Phone',
			'phone',
			'Mobile, home or work phone, in whatever way it is written',
			'e.g. (480) 836-0345',
		),
		recordOptions(),
	],
	async execute({ api, params }) {
		const [given, phone] = [params.text('CEmail'), params.text('phone')];
		if (!given && !phone) {
			throw new Failure(
				'There is neither an email nor a phone to look for',
				'Map at least one of "Email" and "Phone". Nothing was sent for this item.',
				{ field: 'CEmail, phone' },
			);
		}
		const number = phone ? phoneAsWritten(phone, params.label('phone')) : '';
		const address = given ? emailOf(given, params.label('CEmail')) : '';
		const byEmail = address ? await ownersOfEmail(api, address) : [];
		const found = byEmail.length > 0 || !number ? byEmail : await ownersOfPhone(api, number);
		return found.map((raw) => outputOf(params, raw, contactOf));
	},
});
