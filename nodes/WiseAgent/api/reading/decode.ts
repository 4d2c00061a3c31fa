/** Sequences of UTF-8 (RFC 3629) with more than one byte, each byte as one character. */
const UTF8_SEQUENCES =
	/[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/;

/** A sequence, or else a byte that is read otherwise in Windows-1252 than in ISO 8859-1. */
const TO_DECODE = new RegExp(`(${UTF8_SEQUENCES.source})|[\\x80-\\x9f]`, 'g');

/** The letters of 0x80 to 0x9f in Windows-1252; a dot where there is none. Node's own decoder takes ISO 8859-1 for it. */
const WINDOWS_1252 = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

/**
 * The text of an answer. It is UTF-8, and bytes that are not are read as Windows-1252, one by one: texts that were
 * pasted into an old program may be stored in that encoding amid others.
 */
export function decode(content: Buffer): string {
	const utf16 = byteOrderOf(content);
	if (utf16) return new TextDecoder(utf16).decode(content);
	return content
		.toString('latin1')
		.replace(TO_DECODE, (bytes: string, utf8: string | undefined) =>
			utf8 === undefined ? windows1252(bytes) : Buffer.from(bytes, 'latin1').toString('utf8'),
		)
		.replace(/^\ufeff/, '');
}

function windows1252(byte: string): string {
	const letter = WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80);
	return letter === '.' ? byte : letter;
}

function byteOrderOf(content: Buffer): 'utf-16le' | 'utf-16be' | undefined {
	if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le';
	return content[0] === 0xfe && content[1] === 0xff ? 'utf-16be' : undefined;
}
