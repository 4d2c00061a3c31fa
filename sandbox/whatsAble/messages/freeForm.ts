import { missing, Rejection, wrongInput } from '../wire/errors';
import type { Input } from '../wire/input';
import type { Draft } from '../records';
import type { MediaKind } from './media';
import { checkMedia, filenameOf } from './media';

/** In Unicode code points, so that an emoji counts once. Source of the numbers: public page on other messages. */
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;

const KINDS = ['text', 'image', 'video', 'audio', 'document'] as const;

type Content = Pick<Draft, 'type' | 'text' | 'media'>;

/** What the body of a free-form message asks for.
 * @throws Rejection when something is missing, too long, or no file that WhatsApp takes */
export function contentOf(body: Input): Content {
	const type = body.requiredText('type') as (typeof KINDS)[number];
	if (!KINDS.includes(type)) throw wrongInput('type', `one of ${KINDS.join(', ')}`);
	checkFixed(body, 'recipient_type', 'individual');
	checkFixed(body, 'messaging_product', 'whatsapp');
	const part = body.requiredObject(type);
	return type === 'text' ? textOf(part) : mediaOf(type, part);
}

/** A closed window, as WhatsApp words it. Source: Meta's list of error codes. */
export function windowClosed(): Rejection {
	return new Rejection(
		'invalid_request',
		'(#131047) Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
		'whatsApp',
	);
}

function checkFixed(body: Input, name: string, value: string): void {
	const given = body.text(name);
	if (given !== '' && given !== value) throw wrongInput(name, `"${value}"`);
}

function textOf(part: Input): Content {
	const text = part.text('body');
	if (text.trim() === '') throw missing('text.body');
	part.flag('preview_url');
	checkLength('text.body', text, MAX_TEXT);
	return { type: 'text', text, media: null };
}

function mediaOf(type: MediaKind, part: Input): Content {
	const link = part.text('link');
	if (link === '') throw missing(`${type}.link`);
	const caption = type === 'audio' ? '' : part.text('caption');
	checkLength(`${type}.caption`, caption, MAX_CAPTION);
	checkMedia(type, link);
	const filename = (type === 'document' ? part.text('filename') : '') || filenameOf(link);
	return { type, text: caption, media: { link, filename } };
}

function checkLength(name: string, text: string, max: number): void {
	if ([...text].length > max) {
		throw new Rejection(
			'invalid_request',
			`(#100) Param ${name} must be at most ${max} characters long`,
			'whatsApp',
		);
	}
}
