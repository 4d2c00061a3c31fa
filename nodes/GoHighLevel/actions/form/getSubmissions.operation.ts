import { forms } from '../../api/records/forms';
import { anyFormLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { submissionFields, submissionsFor } from '../submissions';

export const getSubmissions = operation({
	name: 'Get Many Submissions',
	action: 'Get many submissions of forms',
	description:
		'Read what was filled in and sent, of one form or of all forms of the location, with the fields by name',
	requests: forms.made,
	fields: submissionFields(anyFormLocator),
	async execute({ api, params }) {
		return await submissionsFor(forms, api, params);
	},
});
