import type { INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { NoteFields } from '../../api/records/notes';
import { userLocator } from '../../pickers/locators';

export const body: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'The text of the note. HTML is shown as HighLevel shows it.',
};

/** What a note may have beside its text. */
export const additionalNoteFields: INodeProperties[] = [
	userLocator('Author', 'userId', 'The user whose note it is; without one, it has no author'),
	{
		displayName: 'Color',
		name: 'color',
		type: 'color',
		default: '',
		description: 'Background of the note in HighLevel, as #RRGGBB',
	},
	{
		displayName: 'Pinned',
		name: 'pinned',
		type: 'boolean',
		default: false,
		description: 'Whether the note stays on top of the others',
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		description: 'Heading of the note',
	},
];

/** The note that the editor's parameters describe; what is empty is left out. */
export function noteFieldsOf(params: Params, given: Record<string, unknown>): NoteFields {
	const fields: NoteFields = {};
	for (const name of ['body', 'title', 'userId'] as const) {
		if (!isEmpty(given[name])) fields[name] = textOf(given[name], params.label(name));
	}
	if (!isEmpty(given.color)) fields.color = colorOf(textOf(given.color, 'Color'));
	if (!isEmpty(given.pinned)) fields.pinned = given.pinned === true;
	return fields;
}

function colorOf(text: string): string {
	const color = text.startsWith('#') ? text : `#${text}`;
	if (/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color)) return color;
	throw new Failure(`"Color" is not a color: ${text.slice(0, 40)}`, 'Write it as #RRGGBB, such as #FFAA00.', {
		field: 'color',
	});
}
