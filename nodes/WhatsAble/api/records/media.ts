import { Failure } from '../../../core/failure';
import type { ServedFile } from '../../../core/values/files';
import { isPublic } from '../../../core/webhook/address';

export type MediaKind = 'image' | 'video' | 'audio' | 'document';

const MEGABYTE = 1024 * 1024;

/** What WhatsApp takes. Source: WhatsAble's pages on media. */
const LIMITS: Record<MediaKind, { types?: RegExp; formats: string; maxMegabytes: number }> = {
	image: { types: /^image\/(jpe?g|png)$/, formats: 'JPEG and PNG', maxMegabytes: 5 },
	video: { types: /^video\/(mp4|3gpp)$/, formats: 'MP4 and 3GPP', maxMegabytes: 16 },
	audio: {
		types: /^audio\/(aac|mp4|mpeg|mp3|amr|ogg|opus)\b/,
		formats: 'AAC, MP4, MP3, AMR and OGG',
		maxMegabytes: 16,
	},
	document: { formats: 'documents', maxMegabytes: 100 },
};

/** The address of a file, from which WhatsApp fetches it. Throws a `Failure` when it cannot. */
export function mediaUrl(given: string, label: string): string {
	if (isPublic(given)) return given;
	// What follows a question mark may be a signature.
	const shown = given.replace(/\?.*$/s, '').slice(0, 80);
	throw new Failure(
		`"${label}" must be a public address that begins with https://: ${shown}`,
		'WhatsApp fetches the file from there, without a login. Put the file where everybody can read it.',
		{ field: label },
	);
}

/**
 * The address at which n8n serves a file. Throws a `Failure` when WhatsApp does not take the file, or cannot reach
 * this n8n.
 */
export function servedMediaUrl(
	{ url, name, mimeType, size }: ServedFile,
	kind: MediaKind,
	label: string,
): string {
	const { types, formats, maxMegabytes } = LIMITS[kind];
	if (types && !types.test(mimeType)) {
		throw new Failure(
			`The file "${name}" is ${mimeType}, and WhatsApp takes ${formats} as ${kind}`,
			'Convert it before, or send it as a document.',
			{ field: label },
		);
	}
	if (size !== undefined && size > maxMegabytes * MEGABYTE) {
		throw new Failure(
			`The file "${name}" is larger than the ${maxMegabytes} MB that WhatsApp takes as ${kind}`,
			'Make it smaller, or send a link to it in a text.',
			{ field: label },
		);
	}
	if (isPublic(url)) return url;
	throw new Failure(
		`WhatsApp cannot fetch the file "${name}" from this n8n: it is at ${new URL(url).origin}`,
		'Give n8n a public HTTPS address (N8N_EDITOR_BASE_URL), or put the file at a public address and give its URL.',
		{ field: label },
	);
}
