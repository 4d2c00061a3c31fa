import type { INodeProperties } from 'n8n-workflow';

/**
 * The reference of a copy.
 *
 * @param record what it is, as in texts: "note"
 * @param where where it is in the text, as in texts: "the last line of its body"
 * @param example `Wise Agent note 8812345`
 */
export function referenceField(record: string, where: string, example: string): INodeProperties {
	return {
		displayName: 'Reference',
		name: 'reference',
		type: 'string',
		required: true,
		default: '',
		placeholder: `e.g. ${example}`,
		description: `Which record of another system the ${record} is a copy of: ${example}. For other systems, use a name and an ID, such as Airtable rec123. It is kept as ${where}.`,
	};
}

/** @param record as in texts: "note"; @param what what must be the same, such as "text" */
export function adoptAlike(record: string, what: string): INodeProperties {
	return {
		displayName: 'Adopt Existing',
		name: 'adoptExisting',
		type: 'boolean',
		default: true,
		description: `Whether a ${record} of the contact that has no reference and the same ${what} becomes the copy, instead of creating a second one`,
	};
}
