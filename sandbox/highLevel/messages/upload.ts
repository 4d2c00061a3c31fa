import { conversationOf } from '../routes/lookups';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { filePath } from '../wire/fileServer';
import { ApiError, badRequest } from '../wire/errors';
import { uploadBody } from './schemas';

/** The extensions that the text of the specification lists. */
const EXTENSIONS = /\.(jpe?g|png|mp4|mpeg|zip|rar|pdf|docx?|txt|mp3|wav|vcf)$/i;

/** Source: official specifications, conversations; that a vCard is taken as well, and that the contact is not needed, as
 * publicly reported (issues 233 and 149 of GoHighLevel/highlevel-api-docs). */
export const uploadRoute: ApiRoute = {
	method: 'POST',
	path: '/conversations/messages/upload',
	scope: 'conversations/message.write',
	body: uploadBody,
	multipart: true,
	answer: upload,
};

function upload(call: Call): object {
	const { id, locationId } = conversationOf(call, String(call.body['conversationId']));
	if (call.files.length === 0) throw badRequest('No file was uploaded');
	const uploaded = call.files.map(({ originalname, mimetype, content }) => {
		if (!EXTENSIONS.test(originalname)) {
			throw new ApiError(415, 'Unsupported file type', { status: 415 });
		}
		const file = {
			id: call.state.newId(),
			locationId,
			ownerId: id,
			name: originalname,
			mimeType: mimetype,
			content: content.toString('base64'),
			folder: 'conversations',
		} as const;
		call.state.files.set(file.id, file);
		return [originalname, `${call.baseUrl}${filePath(file)}`];
	});
	return { uploadedFiles: Object.fromEntries(uploaded) as object };
}
