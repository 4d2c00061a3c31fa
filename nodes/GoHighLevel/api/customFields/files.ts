import { randomUUID } from 'node:crypto';

import type { Memory } from '../../../core/account/account';
import type { BinaryFile } from '../../../core/values/files';
import type { Reading } from '../answers';
import { isObject } from '../../../core/values/objects';
import { records } from '../answers';
import type { HighLevelClient } from '../client';
import { request } from '../request';
import type { StoredFiles } from './newFiles';
import { NewFiles } from './newFiles';
import type { CustomFieldValue } from './value';

interface Fields {
	customFields?: CustomFieldValue[];
}

export function hasFiles({ customFields = [] }: Fields): boolean {
	return customFields.some(({ value }) => value instanceof NewFiles);
}

/** Uploads the files among the custom fields, and puts in their place what a record refers to them by. */
export async function uploaded<T extends Fields>(api: HighLevelClient, fields: T): Promise<T> {
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

/** Writing contacts without files does not need it. */
export const uploadFile = request(
	{ endpoint: 'POST /locations/{locationId}/customFields/upload', scopes: ['locations/customFields.write'] },
	(path) =>
		async (
			api: HighLevelClient,
			fields: { id: string; maxFiles: string },
			file: BinaryFile,
		): Promise<Upload> => {
			const { locationId } = api;
			return await api.postFile(path({ locationId }), uploadIn, fields, file);
		},
);

async function upload(
	api: HighLevelClient,
	fields: { id: string; maxFiles: string },
	file: BinaryFile,
): Promise<StoredFiles> {
	const stored = await uploadFile(api.needing(uploadFile), fields, file);
	const { fieldname = file.name, encoding = '7bit', mimetype = file.mimeType, url } = stored;
	const uuid = randomUUID();
	// Name and size as they are here: by these the file is known again.
	const about = { fieldname, originalname: file.name, encoding, mimetype, size: file.content.length, uuid };
	return { [uuid]: { meta: about, url, documentId: uuid } };
}
