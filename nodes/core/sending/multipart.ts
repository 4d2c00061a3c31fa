import { randomUUID } from 'node:crypto';

import type { BinaryFile } from '../values/files';

/**
 * A form with a file as multipart/form-data (RFC 7578), ready to send. n8n brings a package for this, which nodes may not
 * import.
 *
 * @param part the name of the file's part: that of the file unless told
 */
export function multipart(
	fields: Record<string, string>,
	file: BinaryFile,
	part = file.name,
): { contentType: string; content: Buffer } {
	const boundary = `n8n-${randomUUID()}`;
	const name = quoted(file.name);
	const head = (disposition: string, type?: string) =>
		`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n` +
		`${type ? `Content-Type: ${type}\r\n` : ''}\r\n`;
	const texts = Object.entries(fields).map(([key, value]) => `${head(`name=${quoted(key)}`)}${value}\r\n`);
	const content = Buffer.concat([
		Buffer.from(texts.join('') + head(`name=${quoted(part)}; filename=${name}`, inOneLine(file.mimeType))),
		file.content,
		Buffer.from(`\r\n--${boundary}--\r\n`),
	]);
	return { contentType: `multipart/form-data; boundary=${boundary}`, content };
}

/** As browsers write names: what would end the name or the line is percent-encoded (WHATWG, "multipart form data"). */
function quoted(name: string): string {
	return `"${name.replace(/["\r\n]/g, (character) => encodeURIComponent(character))}"`;
}

/** A line break would begin another header. */
function inOneLine(text: string): string {
	return text.replace(/[\r\n]+/g, ' ');
}
