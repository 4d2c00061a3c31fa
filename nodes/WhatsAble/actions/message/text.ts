import type { INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import type { FreeForm } from '../../api/records/messages';

/** In characters as people count them: an emoji is one. Source: WhatsAble's page on non-template messages. */
const LONGEST_TEXT = 4096;
const LONGEST_CAPTION = 1024;

export const text: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	description: 'The message, up to 4,096 characters; *bold* and _italic_ as in WhatsApp',
};

export const linkPreview: INodeProperties = {
	displayName: 'Link Preview',
	name: 'linkPreview',
	type: 'boolean',
	default: false,
	description: 'Whether WhatsApp shows a preview of the first link in the text',
};

export function textContentOf(params: Params): FreeForm {
	const body = within(params.filled('text'), LONGEST_TEXT, 'Text');
	const { linkPreview: preview } = params.collection('options');
	return { type: 'text', text: { body, preview_url: preview === true } };
}

export function captionWithin(caption: string): string {
	return within(caption, LONGEST_CAPTION, 'Caption');
}

function within(given: string, longest: number, label: string): string {
	// Code points: what WhatsAble counts is not documented, and this refuses only what is too long in any case.
	const length = [...given].length;
	if (length <= longest) return given;
	throw new Failure(
		`"${label}" has ${length} characters, and WhatsApp takes ${longest}`,
		'Shorten it, or send it in several messages.',
		{ field: label },
	);
}
