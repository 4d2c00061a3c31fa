import type { ApiRoute, Call } from '../wire/apiRoute';
import { badRequest, notFound, wrongLocation } from '../wire/errors';
import { filePath } from '../wire/fileServer';
import type { UploadedFile } from '../wire/multipart';
import type { FileRecord } from '../state/records';
import { uploadFilesBody } from '../schemas/customField';
import { locationOf } from './lookups';

/** Files for custom fields. An upload changes no contact: the answered address is written on it by another call.
 * Source: official specifications, locations. */
export const customFieldFileRoutes: ApiRoute[] = [
	{
		method: 'POST',
		path: '/locations/:locationId/customFields/upload',
		scope: 'locations/customFields.write',
		body: uploadFilesBody,
		multipart: true,
		answer: upload,
	},
];

/** The refusals are documented as 400 without a text; the texts are ours. */
function upload(call: Call): object {
	const ownerId = ownerOf(call);
	const maxFiles = Number(call.body['maxFiles']);
	if (call.files.length === 0) throw badRequest('No file was uploaded');
	if (call.files.length > maxFiles) {
		throw badRequest(`Too many files: ${call.files.length} were uploaded, maxFiles is ${maxFiles}`);
	}
	const meta = call.files.map((file) => ({
		fieldname: file.fieldname,
		originalname: file.originalname,
		encoding: '7bit',
		mimetype: file.mimetype,
		size: file.content.length,
		url: `${call.baseUrl}${filePath(store(call, ownerId, file))}`,
	}));
	return {
		uploadedFiles: Object.fromEntries(meta.map(({ originalname, url }) => [originalname, url])),
		meta,
	};
}

/** A contact, an opportunity or a custom field.
 * @throws ApiError 400 when it does not exist, 403 when it belongs to another location */
function ownerOf(call: Call): string {
	const id = String(call.body['id']);
	const { contacts, opportunities, customFields } = call.state;
	const owner = contacts.get(id) ?? opportunities.get(id) ?? customFields.get(id);
	if (!owner) throw notFound('Contact, opportunity or custom field', id);
	if (owner.locationId !== locationOf(call).id) throw wrongLocation();
	return id;
}

function store(call: Call, ownerId: string, { originalname, mimetype, content }: UploadedFile): FileRecord {
	const file: FileRecord = {
		id: call.state.newId(),
		locationId: locationOf(call).id,
		ownerId,
		name: originalname,
		mimeType: mimetype,
		content: content.toString('base64'),
	};
	call.state.files.set(file.id, file);
	return file;
}
