import { randomUUID } from 'node:crypto';

import type { Memory } from '../../../../core/account/account';
import { Failure } from '../../../../core/failure';
import type { BinaryFile } from '../../../../core/values/files';
import { path } from '../../../../core/sending/path';
import type { Reading } from '../../answers';
import { isObject } from '../../../../core/values/objects';
import { records } from '../../answers';
import type { HighLevelClient } from '../../client';
import type { CustomField } from '../../locations';
import type { ContactFields } from '../contact';

/** Uploads need it; writing contacts without files does not. */
const UPLOAD_SCOPE = 'locations/customFields.write';

/** Files of a custom field as a contact holds them: a UUID for each. Source: the specification's `FileField`. */
export type StoredFiles = Record<
	string,
	{ meta?: { originalname?: string; size?: number }; url?: string; documentId?: string }
>;

/** Files for a custom field. They are uploaded when the contact is written, and not before. */
export class NewFiles {
	constructor(
		readonly field: Pick<CustomField, 'id' | 'name'>,
		/** How many the field takes; `Infinity` where HighLevel does not say. */
		readonly limit: number,
		readonly files: BinaryFile[],
		/** Files of the contact that stay. */
		readonly kept: StoredFiles = {},
	) {}

	/**
	 * What has to be written so that the contact has these files beside its own, or `undefined` when it has them all:
	 * one of the same name and size is the same. A field that takes one file gets the new one in place of its own.
	 * Throws a `Failure` when there is no room.
	 */
	beside(current: unknown): NewFiles | undefined {
		const there = storedIn(current);
		const isThere = ({ name, content }: BinaryFile) =>
			Object.values(there).some(({ meta }) => meta?.originalname === name && meta.size === content.length);
		const missing = this.files.filter((file) => !isThere(file));
		if (missing.length === 0) return undefined;
		const count = Object.keys(there).length;
		if (this.limit > 1 && count + missing.length > this.limit) {
			throw tooMany(this.field, this.limit, `the contact has ${count}, and ${missing.length} would be added`);
		}
		return new NewFiles(this.field, this.limit, missing, this.limit > 1 ? there : {});
	}
}

/** The number of files that a field takes; `Infinity` where HighLevel does not say. */
export function fileLimitOf({ isMultiFileAllowed, maxFileLimit }: CustomField): number {
	return isMultiFileAllowed === false ? 1 : (maxFileLimit ?? Infinity);
}

export function tooMany({ name }: Pick<CustomField, 'name'>, limit: number, because: string): Failure {
	return new Failure(
		`"${name}" takes ${limit === 1 ? 'one file' : `${limit} files`}: ${because}`,
		'Map fewer files, or take some out of the contact in HighLevel. Nothing was written for this item.',
		{ field: name },
	);
}

export function hasFiles({ customFields = [] }: ContactFields): boolean {
	return customFields.some(({ value }) => value instanceof NewFiles);
}

/** Uploads the files among the custom fields, and puts in their place what a contact refers to them by. */
export async function uploaded(api: HighLevelClient, fields: ContactFields): Promise<ContactFields> {
	const { customFields } = fields;
	if (!customFields || !hasFiles(fields)) return fields;
	const values = customFields.map(async ({ id, value }) => ({
		id,
		value: value instanceof NewFiles ? await uploadAll(api, value) : value,
	}));
	return { ...fields, customFields: await Promise.all(values) };
}

async function uploadAll(
	api: HighLevelClient,
	{ field, limit, files, kept }: NewFiles,
): Promise<StoredFiles> {
	const maxFiles = Number.isFinite(limit) ? limit : files.length;
	const added: StoredFiles[] = [];
	const uploads = api.account.memory(UPLOADS);
	for (const file of files) {
		const stored = uploads.get(file) ?? upload(api, { id: field.id, maxFiles: String(maxFiles) }, file);
		uploads.set(file, stored);
		added.push(await stored);
	}
	return Object.fromEntries([kept, ...added].flatMap((files) => Object.entries(files)));
}

/** What was uploaded for a new contact goes to the one that is there, when HighLevel then refuses a second one. */
const UPLOADS: Memory<WeakMap<BinaryFile, Promise<StoredFiles>>> = {
	name: 'uploaded files',
	create: () => new WeakMap(),
};

interface Upload {
	fieldname?: string;
	encoding?: string;
	mimetype?: string;
	/** Where the file can be fetched. */
	url: string;
}

/** What HighLevel says of the file under `meta`, or its address alone, by the name of the file. */
const uploadIn: Reading<Upload> = (answer) => {
	if (!isObject(answer)) return undefined;
	const [about] = records<Partial<Upload>>('meta')(answer) ?? [];
	const addresses = isObject(answer.uploadedFiles) ? Object.values(answer.uploadedFiles) : [];
	const url = about?.url ?? addresses[0];
	return typeof url === 'string' && url !== '' ? { ...about, url } : undefined;
};

async function upload(
	api: HighLevelClient,
	fields: { id: string; maxFiles: string },
	file: BinaryFile,
): Promise<StoredFiles> {
	const to = path`/locations/${api.locationId}/customFields/upload`;
	const stored = await api.needing(UPLOAD_SCOPE).postFile(to, uploadIn, fields, file);
	const { fieldname = file.name, encoding = '7bit', mimetype = file.mimeType, url } = stored;
	const uuid = randomUUID();
	// Name and size as they are here: by these the file is known again.
	const about = { fieldname, originalname: file.name, encoding, mimetype, size: file.content.length, uuid };
	return { [uuid]: { meta: about, url, documentId: uuid } };
}

function storedIn(value: unknown): StoredFiles {
	return isObject(value) ? (value as StoredFiles) : {};
}
