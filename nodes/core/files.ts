import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isBinaryValue } from 'n8n-workflow';

import { Failure } from './failure';

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
	const { fileName, fileExtension, mimeType } = data;
	const name = fileName ?? [property ?? 'file', fileExtension].filter(Boolean).join('.');
	if (content.length === 0) {
		throw new Failure(`The file for "${label}" is empty: ${name}`, 'Look at the node that reads the file.', {
			field: label,
		});
	}
	return { name, mimeType: mimeType || 'application/octet-stream', content };
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
