import { filledKind } from '../submissions/kind';

/** Surveys of a location. */
export const surveys = filledKind({
	path: '/surveys/',
	id: 'surveyId',
	many: 'surveys',
	read: 'surveys.readonly',
	named: 'surveyName',
});
