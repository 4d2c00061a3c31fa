import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isBinaryValue } from 'n8n-workflow';

import { Failure } from '../failure';

/** A file with its content. */
export interface BinaryFile {
	/** As on a disk: `lease.pdf`. */
	name: string;
	/** `application/pdf` */
	mimeType: string;
	content: Buffer;
}

/**
 * Reads a file that an item brings. Throws a `Failure` when it is not there, which names those that are.
 *
 * @param given the name of the item's binary property, or n8n's binary data itself, as an expression gives it
 * @param label the field that the file is for
 */
export async function readFile(
	context: IExecuteFunctions,
	itemIndex: number,
	given: unknown,
	label: string,
): Promise<BinaryFile> {
	const property = typeof given === 'string' ? given.trim() : undefined;
	const data = property === undefined ? given : dataOf(context, itemIndex, property);
	if (!isBinaryValue(data)) throw noFile(context, itemIndex, property, label);
	const content = await context.helpers.getBinaryDataBuffer(itemIndex, data);
	const name = nameOf(data, property);
	if (content.length === 0) {
		throw new Failure(`The file for "${label}" is empty: ${name}`, 'Look at the node that reads the file.', {
			field: label,
		});
	}
	return { name, mimeType: data.mimeType || 'application/octet-stream', content };
}

/** A file that an item brings, at an address from which others can fetch it. */
export interface ServedFile {
	/** Good for a day, and only with the signature in it. */
	url: string;
	/** As on a disk: `lease.pdf`. */
	name: string;
	mimeType: string;
	/** In bytes, where n8n knows it. */
	size?: number;
}

/**
 * Has n8n serve a file that an item brings. Throws a `Failure` when it is not there, or when n8n keeps files in memory
 * only. Whether the address can be reached from outside is for the caller to judge.
 *
 * @param given the name of the item's binary property, or n8n's binary data itself, as an expression gives it
 * @param label the field that the file is for
 */
export function serveFile(
	context: IExecuteFunctions,
	itemIndex: number,
	given: unknown,
	label: string,
): ServedFile {
	const property = typeof given === 'string' ? given.trim() : undefined;
	const data = property === undefined ? given : dataOf(context, itemIndex, property);
	if (!isBinaryValue(data)) throw noFile(context, itemIndex, property, label);
	if (!data.id) {
		throw new Failure(
			`n8n keeps the file for "${label}" in memory, so that nobody can fetch it`,
			'Have n8n store files (N8N_DEFAULT_BINARY_DATA_MODE: filesystem, database or s3), or put the file at a public address and give its URL.',
			{ field: label },
		);
	}
	return {
		url: context.helpers.createBinarySignedUrl(data),
		name: nameOf(data, property),
		mimeType: data.mimeType || 'application/octet-stream',
		size: data.bytes,
	};
}

function nameOf({ fileName, fileExtension }: IBinaryData, property: string | undefined): string {
	return fileName ?? [property ?? 'file', fileExtension].filter(Boolean).join('.');
}

function dataOf(context: IExecuteFunctions, itemIndex: number, property: string): IBinaryData | undefined {
	try {
		return context.helpers.assertBinaryData(itemIndex, property);
	} catch {
		return undefined;
	}
}

function noFile(
	context: IExecuteFunctions,
	itemIndex: number,
	property: string | undefined,
	label: string,
): Failure {
	const there = filesOf(context, itemIndex);
	return new Failure(
		property === undefined
			? `"${label}" must be the name of a binary property of the item`
			: `This item has no file "${property}" for "${label}"`,
		there.length > 0
			? `Its binary properties are: ${there.join(', ')}. Give the name of one of them, or several with commas.`
			: 'It has no binary property at all. Put a node before this one that reads the file, or keep its binary data.',
		{ field: label },
	);
}

/** The names of the item's files; a workflow may be set to keep them among the JSON fields. */
function filesOf(context: IExecuteFunctions, itemIndex: number): string[] {
	const { json, binary = {} } = context.getInputData()[itemIndex] ?? {};
	const inJson = Object.entries((json ?? {}) as IDataObject).filter(([, value]) => isBinaryValue(value));
	return [...Object.keys(binary), ...inJson.map(([name]) => name)];
}
