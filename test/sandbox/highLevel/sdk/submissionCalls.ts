import { DEMO, locationId } from '../support';
import type { LocationCall } from './locationCalls';

const { forms, otherLocationId, surveys } = DEMO;

const wrongLocation = { statusCode: 403, message: 'The token does not have access to this location.' };

/** Of the demo's forms and surveys. */
export const submissionCalls: LocationCall[] = [
	{
		name: 'forms.getForms',
		succeed: ({ forms: api }, options) => api.getForms({ locationId }, options),
		gives: { forms: [{ id: forms.inquiry, name: 'Buyer inquiry' }, { id: forms.valuation }], total: 2 },
		fail: ({ forms: api }, options) => api.getForms({ locationId: otherLocationId }, options),
		refusal: wrongLocation,
	},
	{
		name: 'forms.getFormsSubmissions',
		succeed: ({ forms: api }, options) =>
			api.getFormsSubmissions({ locationId, formId: forms.valuation }, options),
		gives: { submissions: [{ formId: forms.valuation, name: 'Charles Wheatley' }], meta: { total: 1 } },
		fail: ({ forms: api }, options) => api.getFormsSubmissions({ locationId, limit: 101 }, options),
		refusal: { statusCode: 422, message: 'limit must not be greater than 100' },
	},
	{
		name: 'surveys.getSurveys',
		succeed: ({ surveys: api }, options) => api.getSurveys({ locationId }, options),
		gives: { surveys: [{ id: surveys.viewing, name: 'After the viewing' }], total: 1 },
		fail: ({ surveys: api }, options) => api.getSurveys({ locationId: otherLocationId }, options),
		refusal: wrongLocation,
	},
	{
		name: 'surveys.getSurveysSubmissions',
		succeed: ({ surveys: api }, options) => api.getSurveysSubmissions({ locationId, q: 'ada' }, options),
		gives: { submissions: [{ surveyId: surveys.viewing, email: 'ada.byron@example.com' }] },
		fail: ({ surveys: api }, options) => api.getSurveysSubmissions({ locationId, page: 0 }, options),
		refusal: { statusCode: 422, message: 'page must not be less than 1' },
	},
];
