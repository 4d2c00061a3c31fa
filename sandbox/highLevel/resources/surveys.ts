import type { Resource } from '../kit/resource';
import type { SubmissionRecord } from '../submissions/kind';
import { filledResource, submissionResource } from '../submissions/kind';

export interface SurveySubmissionRecord extends SubmissionRecord {
	surveyId: string;
}

export const surveys = filledResource('Survey', 'surveys');

export const surveySubmissions: Resource<SurveySubmissionRecord> = submissionResource('surveys', 'surveyId');
