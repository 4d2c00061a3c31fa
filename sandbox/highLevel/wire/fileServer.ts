import type { FastifyInstance } from 'fastify';
import { ApiError } from './errors';
import type { Hub } from '../hub';
import type { FileRecord } from '../state/records';

/** Path of an uploaded file; source: the official specifications' example, where it is one of Google's storage. */
export function filePath({ id, locationId, ownerId, name }: Readonly<FileRecord>): string {
	const extension = /\.[A-Za-z0-9]+$/.exec(name)?.[0] ?? '';
	return `/location/${locationId}/custom-Field/${ownerId}/${id}${extension}`;
}

/** Serves the uploaded files, without a token as the storage does. */
export function serveFiles(app: FastifyInstance, hub: Hub): void {
	const config = { ownControl: true };
	app.get('/location/:locationId/custom-Field/:ownerId/:file', { config }, (request, reply) => {
		const { file: fileName } = request.params as { file: string };
		const file = hub.state.files.get(fileName.split('.')[0] ?? '');
		const [path] = request.url.split('?');
		if (!file || filePath(file) !== path)
			throw new ApiError(404, `Cannot GET ${path}`, { error: 'Not Found' });
		return reply
			.headers({
				'Content-Type': file.mimeType,
				// An uploaded page must not run beside the sandbox's own, which has its controls.
				'Content-Disposition': 'attachment',
				'X-Content-Type-Options': 'nosniff',
			})
			.send(Buffer.from(file.content, 'base64'));
	});
}
