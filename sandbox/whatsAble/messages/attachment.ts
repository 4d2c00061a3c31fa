import type { Input } from '../input';
import type { Draft } from '../records';
import { checkMedia, filenameOf, kindOf } from './media';

/** The file of a message of WhatsAble or Notifier, whose kind follows from its name; a text where there is none.
 * @throws Rejection when it is not reachable, or too large */
export function attachmentOf(body: Input): Pick<Draft, 'type' | 'media'> {
	const link = body.text('attachment');
	if (link === '') return { type: 'text', media: null };
	const kind = kindOf(body.text('filename') || link);
	checkMedia(kind, link);
	return { type: kind, media: { link, filename: body.text('filename') || filenameOf(link) } };
}
