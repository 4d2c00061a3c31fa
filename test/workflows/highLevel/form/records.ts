import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { FormSubmissionRecord } from '../../../../sandbox/highLevel/resources/forms';
import { DEMO } from '../../../support/highLevel';

/** Stores a submission of the inquiry form, sent a minute ago, by nobody unless told. */
export function addSubmission(
	{ state }: HighLevelSandbox,
	fields: Partial<FormSubmissionRecord> = {},
): Readonly<FormSubmissionRecord> {
	return state.add('formSubmissions', {
		locationId: DEMO.locationId,
		formId: DEMO.forms.inquiry,
		contactId: null,
		name: null,
		email: null,
		createdAt: new Date(Date.now() - 60_000).toISOString(),
		others: { message: 'Hello' },
		...fields,
	});
}
