import { Rejection } from '../wire/errors';

export type MediaKind = 'image' | 'video' | 'audio' | 'document';

/** Source: public page on other messages. */
const LIMITS: Record<MediaKind, { extensions: readonly string[]; maxMegabytes: number }> = {
	image: { extensions: ['jpg', 'jpeg', 'png'], maxMegabytes: 5 },
	video: { extensions: ['mp4', '3gp', '3gpp'], maxMegabytes: 16 },
	audio: { extensions: ['mp3', 'aac', 'amr', 'ogg'], maxMegabytes: 16 },
	document: { extensions: ['pdf', 'doc', 'docx', 'ppt', 'pptx', 'xls', 'xlsx'], maxMegabytes: 100 },
};

const KNOWN = new Set(Object.values(LIMITS).flatMap(({ extensions }) => extensions));

/** Hosts that nobody outside can reach. */
const UNREACHABLE = /(^|\.)(localhost|local|internal|invalid)$|^(127|10|192\.168)\.|^\[?::1/;

/** The kind of a file by its name: a document unless the extension is one of another kind. */
export function kindOf(name: string): MediaKind {
	const extension = extensionOf(name);
	const kinds = Object.keys(LIMITS) as MediaKind[];
	return kinds.find((kind) => extension && LIMITS[kind].extensions.includes(extension)) ?? 'document';
}

/** The last part of a link's path, without the query. */
export function filenameOf(link: string): string | null {
	const name = decoded(new URL(link).pathname.split('/').at(-1) ?? '');
	return name === '' ? null : name;
}

/**
 * The sandbox never fetches a file: it goes by the link alone. The extension tells the kind, one that it does not
 * know passes (a share link has none), and a name such as `plan-6MB.png` tells the size.
 * @throws Rejection when WhatsApp could not take the file from there
 */
export function checkMedia(kind: MediaKind, link: string): void {
	if (!URL.canParse(link)) throw unusable(`The media URL is not valid: ${kind}.link must be an address`);
	const { protocol, hostname } = new URL(link);
	if (protocol !== 'https:') throw unusable('The media URL must use HTTPS');
	if (UNREACHABLE.test(hostname)) throw unusable('The provided media URL is not accessible');
	const name = filenameOf(link) ?? '';
	const extension = extensionOf(name);
	const { extensions, maxMegabytes } = LIMITS[kind];
	if (extension !== undefined && KNOWN.has(extension) && !extensions.includes(extension)) {
		throw unusable(`The media file is not a supported ${kind} format: use ${extensions.join(', ')}`);
	}
	const megabytes = Number(/(\d+)MB\.[a-z0-9]+$/i.exec(name)?.[1] ?? 0);
	if (megabytes > maxMegabytes) {
		throw new Rejection('file_too_large', 'The media file exceeds the maximum allowed size');
	}
}

function unusable(message: string): Rejection {
	return new Rejection('invalid_media_url', message);
}

function extensionOf(name: string): string | undefined {
	return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
