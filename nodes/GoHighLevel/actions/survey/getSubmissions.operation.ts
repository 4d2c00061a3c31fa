import { surveys } from '../../api/records/surveys';
import { anySurveyLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { submissionFields, submissionsFor } from '../submissions';

export const getSubmissions = operation({
	name: 'Get Many Submissions',
	action: 'Get many submissions of surveys',
	description:
		'Read what was filled in and sent, of one survey or of all surveys of the location, with the fields by name',
	requests: surveys.made,
	fields: submissionFields(anySurveyLocator),
	async execute({ api, params }) {
		return await submissionsFor(surveys, api, params);
	},
});
