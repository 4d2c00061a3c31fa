import { options } from '../../../core/editor/fields';
import { Failure } from '../../../core/failure';
import { simplify } from '../../../core/operation/simplify';
import { emailOf } from '../../../core/values/emails';
import { findDuplicate as find } from '../../api/contacts/contacts';
import { phoneFor } from '../../api/phones';
import { operation } from '../operation';
import { identityFields } from './fields';
import { MADE_TO_SHOW, shownContacts } from './output';

export const findDuplicate = operation({
	name: 'Find Duplicate',
	action: 'Find a contact by email or phone',
	description:
		'Find the contact that has this email, or else this phone; puts out nothing when there is none',
	requests: [find, ...MADE_TO_SHOW],
	fields: [...identityFields.filter(({ name }) => name === 'email' || name === 'phone'), simplify, options()],
	async execute({ api, params }) {
		const [given, phone] = [params.text('email'), params.text('phone')];
		if (!given && !phone) {
			throw new Failure(
				'There is neither an email nor a phone to look for',
				'Map at least one of "Email" and "Phone". Nothing was sent for this item.',
				{ field: 'email, phone' },
			);
		}
		const email = given ? emailOf(given, params.label('email')) : '';
		const number = phone ? await phoneFor(api, phone, params.label('phone')) : '';
		const byEmail = email ? await find(api, { email }) : undefined;
		const contact = byEmail ?? (number ? await find(api, { phone: number }) : undefined);
		return await shownContacts(api, params, contact ? [contact] : []);
	},
});
