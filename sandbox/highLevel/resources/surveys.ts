import type { Resource } from '../kit/resource';
import type { SubmissionRecord } from '../submissions/kind';
import { filledResource, submissionResource } from '../submissions/kind';

export interface SurveySubmissionRecord extends SubmissionRecord {
	surveyId: string;
}

export const surveys = filledResource('Survey', 'surveys', {
	viewing: { id: 'svViewing0000T9u0V1w2', name: 'After the viewing' },
});

export const surveySubmissions: Resource<SurveySubmissionRecord> = submissionResource('surveys', 'surveyId');
