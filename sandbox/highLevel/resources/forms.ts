import type { Resource } from '../kit/resource';
import type { SubmissionRecord } from '../submissions/kind';
import { filledResource, submissionResource } from '../submissions/kind';

export interface FormSubmissionRecord extends SubmissionRecord {
	formId: string;
}

export const forms = filledResource('Form', 'forms');

export const formSubmissions: Resource<FormSubmissionRecord> = submissionResource('forms', 'formId');
