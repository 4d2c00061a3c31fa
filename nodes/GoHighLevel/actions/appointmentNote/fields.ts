import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { AppointmentNoteFields } from '../../api/records/appointmentNotes';
import { userLocator } from '../../pickers/locators';

export const body: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	description: 'The text of the note, at most 5000 characters',
};

/** What a note of an appointment has beside its text. */
export const author = userLocator('Author', 'userId', 'The user whose note it is');

/** The note that the editor's parameters describe. */
export function noteOf(params: Params, { userId }: Record<string, unknown>): AppointmentNoteFields {
	const body = params.filled('body');
	return isEmpty(userId) ? { body } : { body, userId: textOf(userId, params.label('userId')) };
}
