import type { Input } from '../wire/input';
import type { Draft } from '../records';
import { checkMedia, filenameOf, kindOf } from './media';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The file of a message of WhatsAble or Notifier, whose kind follows from its name; a text where there is none.
 * @param takesContent whether the file itself, in base64, may stand in place of its address. Source: public page on
 * WhatsAble's API.
 * @throws Rejection when it is not reachable, or too large */
export function attachmentOf(body: Input, takesContent = false): Pick<Draft, 'type' | 'media'> {
	const link = body.text('attachment');
	if (link === '') return { type: 'text', media: null };
	if (takesContent && BASE64.test(link)) {
		const filename = body.text('filename');
		return { type: kindOf(filename), media: { link: `data:;base64,${link}`, filename: filename || null } };
	}
	const kind = kindOf(body.text('filename') || link);
	checkMedia(kind, link);
	return { type: kind, media: { link, filename: body.text('filename') || filenameOf(link) } };
}
