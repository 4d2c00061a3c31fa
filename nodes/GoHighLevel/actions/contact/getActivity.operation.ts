import { activityKinds, chosenKinds, newestFirst } from '../../../core/editor/activity';
import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { optional } from '../../../core/operation/request';
import { simplify } from '../../../core/operation/simplify';
import { ACTIVITY_KINDS, ACTIVITY_REQUESTS, readActivity } from '../../api/contacts/activity';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

const { needed, others } = ACTIVITY_REQUESTS;

export const getActivity = operation({
	name: 'Get Activity',
	action: 'Get the activity of a contact',
	description:
		'Read the appointments, messages, notes and tasks of a contact as one list, the newest first. Messages that the token may not read are named in an item of their own.',
	requests: [...needed, ...others.map(optional)],
	fields: [
		contactLocator,
		activityKinds(
			ACTIVITY_KINDS,
			'What to read. Each kind costs one request, messages two or more. Emails come without their text, which Get Email reads.',
		),
		...returnAllOrLimit,
		simplify,
		options(),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		const kinds = chosenKinds(params.value('kinds'));
		const of = { contactId: params.id('contactId'), limit };
		// Without a zone, a time is put in order as one of UTC.
		return newestFirst(await readActivity(api, of, kinds, params.boolean('simplify')), limit, 'Z');
	},
});
