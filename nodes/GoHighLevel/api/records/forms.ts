import { filledKind } from '../submissions/kind';

/** Forms of a location. */
export const forms = filledKind({
	path: '/forms/',
	id: 'formId',
	many: 'forms',
	read: 'forms.readonly',
	named: 'formName',
});
