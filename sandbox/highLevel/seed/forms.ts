import type { SandboxState } from '../state/state';
import { submit } from '../submissions/submit';
import type { SubmissionRecord } from '../submissions/kind';
import { DEMO } from './demo';

const { forms, surveys, customFields: fields } = DEMO;

/** Gives the forms and the survey of the demo location their fields. */
export function addFormFields(state: SandboxState): void {
	state.change('forms', forms.inquiry, {
		fields: ['first_name', 'last_name', 'email', 'phone', fields.budget, fields.interests, 'message'],
	});
	state.change('forms', forms.valuation, {
		fields: ['full_name', 'email', 'address', fields.propertyType, fields.bedrooms, fields.documents],
	});
	state.change('surveys', surveys.viewing, {
		fields: ['email', fields.preferredContact, fields.socialProfiles, 'terms_and_conditions'],
	});
}

/** Fills in each form and survey of the demo once or twice, once without saying who it is. */
export function addSubmissions(state: SandboxState): Array<Readonly<SubmissionRecord>> {
	const { budget, interests, propertyType, bedrooms, preferredContact, socialProfiles } = fields;
	const ada = { first_name: 'Ada', last_name: 'Byron', email: 'ada.byron@example.com' };
	return state.asHistory(() => [
		submit(state, 'form', forms.inquiry, {
			...ada,
			phone: '+12125550141',
			[budget]: 450_000,
			[interests]: ['Buying', 'Investing'],
			message: 'Is the loft still there?',
		}),
		submit(state, 'form', forms.inquiry, { first_name: 'Somebody', message: 'Call me' }),
		submit(state, 'form', forms.valuation, {
			full_name: 'Charles Wheatley',
			email: 'charles.wheatley@example.com',
			address: '7 Mill Lane',
			[propertyType]: 'House',
			[bedrooms]: 4,
		}),
		submit(state, 'survey', surveys.viewing, {
			email: ada.email,
			[preferredContact]: 'Phone',
			[socialProfiles]: { [DEMO.textBoxes.linkedIn]: 'ada-byron' },
			terms_and_conditions: 'Yes',
		}),
	]);
}
