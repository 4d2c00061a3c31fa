import type { FastifyInstance } from 'fastify';
import { ApiError } from './errors';
import type { Hub } from '../hub';
import type { FileRecord } from '../state/records';

/** Path of an uploaded file; source: the official specifications' example, where it is one of Google's storage. */
export function filePath({ id, locationId, ownerId, name, folder }: Readonly<FileRecord>): string {
	const extension = /\.[A-Za-z0-9]+$/.exec(name)?.[0] ?? '';
	return `/location/${locationId}/${folder ?? 'custom-Field'}/${ownerId}/${id}${extension}`;
}

/** Path of the content of an email template; in the official specification's example it is one of Google's storage. */
export function emailContentPath(id: string): string {
	return `/email-templates/${id}.html`;
}

/** Serves uploaded files and the content of email templates, without a token as the storage does. */
export function serveFiles(app: FastifyInstance, hub: Hub): void {
	const config = { ownControl: true };
	app.get('/location/:locationId/:folder/:ownerId/:file', { config }, (request, reply) => {
		const { file: fileName } = request.params as { file: string };
		const file = hub.state.files.get(fileName.split('.')[0] ?? '');
		const [path] = request.url.split('?');
		if (!file || filePath(file) !== path)
			throw new ApiError(404, `Cannot GET ${path}`, { error: 'Not Found' });
		return reply.headers(headersOf(file.mimeType)).send(Buffer.from(file.content, 'base64'));
	});
	app.get('/email-templates/:file', { config }, (request, reply) => {
		const { file } = request.params as { file: string };
		const template = hub.state.emailTemplates.get(file.replace(/\.html$/, ''));
		if (!template) throw new ApiError(404, `Cannot GET ${request.url}`, { error: 'Not Found' });
		return reply.headers(headersOf('text/html; charset=utf-8')).send(template.content);
	});
}

function headersOf(contentType: string): Record<string, string> {
	return {
		'Content-Type': contentType,
		// A page of somebody's must not run beside the sandbox's own, which has its controls.
		'Content-Disposition': 'attachment',
		'X-Content-Type-Options': 'nosniff',
	};
}
