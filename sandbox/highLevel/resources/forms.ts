import type { Resource } from '../kit/resource';
import type { SubmissionRecord } from '../submissions/kind';
import { filledResource, submissionResource } from '../submissions/kind';

export interface FormSubmissionRecord extends SubmissionRecord {
	formId: string;
}

export const forms = filledResource('Form', 'forms', {
	inquiry: { id: 'fmInquiry0000K1l2M3n4', name: 'Buyer inquiry' },
	valuation: { id: 'fmValuation00P5q6R7s8', name: 'Home valuation' },
});

export const formSubmissions: Resource<FormSubmissionRecord> = submissionResource('forms', 'formId');
