import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection, options } from '../../../core/editor/fields';
import type { FieldChanges } from '../../../core/changes';
import { changesOf } from '../../../core/changes';
import { Failure } from '../../../core/failure';
import { planned } from '../../../core/heldBack';
import { ownValue } from '../../../core/values/ownValue';
import { isEmpty, textOf } from '../../../core/values/texts';
import { noteWith, updateContact } from '../../api/records/contacts';
import { labelList, labelsOf, unknownLabels } from '../labelFields';
import { operation } from '../operation';
import { defaultCountry, phoneNumber, recipientOf } from '../recipient';
import { listLabels } from '../../api/records/labels';

const displayName: INodeProperties = {
	displayName: 'Display Name',
	name: 'displayName',
	type: 'string',
	default: '',
	description: 'Name of the contact in the chat',
};

const note: INodeProperties = {
	displayName: 'Note',
	name: 'note',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description:
		'A contact of Notifyer has one note. This text replaces it, unless Existing Note is given as well.',
};

const existingNote: INodeProperties = {
	displayName: 'Existing Note',
	name: 'existingNote',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	description:
		'The note as it is now, such as the note that the WhatsAble Trigger puts out: the text of Note is put below it. An API key cannot read the note by itself.',
};

export const upsert = operation({
	name: 'Create or Update',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	requests: [updateContact, listLabels],
	fields: [
		phoneNumber,
		collection('Additional Fields', 'additionalFields', [
			displayName,
			existingNote,
			labelList('Label Names or IDs', 'labels'),
			labelList('Remove Label Names or IDs', 'removeLabels'),
			note,
		]),
		options(defaultCountry, unknownLabels),
	],
	async execute({ api, params }) {
		const phone = recipientOf(params);
		const given = params.collection('additionalFields');
		const fields = { ...nameOf(given), ...noteOf(given) };
		return await api.inTurn(phone, async () => {
			const addLabels = await labelsOf(api, params, given.labels, 'Labels');
			const removeLabels = await labelsOf(api, params, given.removeLabels, 'Remove Labels');
			checkDifferent(addLabels, removeLabels);
			const written = { ...fields, labels: addLabels, removeLabels };
			const names = Object.entries(written).flatMap(([name, value]) => (isEmpty(value) ? [] : [name]));
			const changes = writtenChanges(names, written, textOf(given.existingNote, 'Existing Note'));
			const update = async () => await updateContact(api, phone, { ...fields, addLabels, removeLabels });
			return {
				changedFields: names,
				changes: changes as IDataObject,
				...(await planned({ changes }, update)),
			};
		});
	},
});

/** A key reads no contact, so that what it had is known of the note alone, where it is given. */
function writtenChanges(
	names: string[],
	written: Record<string, unknown>,
	existingNote: string,
): FieldChanges {
	const changes = changesOf(names, undefined, (name) => ownValue(written, name));
	const note = ownValue(changes, 'note');
	return { ...changes, ...(note && existingNote !== '' ? { note: { from: existingNote, ...note } } : {}) };
}

function nameOf(given: IDataObject): { displayName?: string } {
	const text = textOf(given.displayName, 'Display Name');
	return text === '' ? {} : { displayName: text };
}

function noteOf(given: IDataObject): { note?: string } {
	const text = textOf(given.note, 'Note');
	return text === '' ? {} : { note: noteWith(textOf(given.existingNote, 'Existing Note'), text) };
}

function checkDifferent(added: string[], removed: string[]): void {
	const both = added.filter((label) => removed.includes(label));
	if (both.length === 0) return;
	throw new Failure(
		`The same label is to be added and removed: ${both.join(', ')}`,
		'Take it out of one of the two lists. Nothing was changed.',
		{ field: 'removeLabels' },
	);
}
