import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badRequest } from './errors';

/** A file of a multipart form, under the names that answers use. */
export interface UploadedFile {
	/** Name of its part. */
	fieldname: string;
	originalname: string;
	mimetype: string;
	content: Buffer;
}

declare module 'fastify' {
	interface FastifyRequest {
		uploadedFiles: readonly UploadedFile[] | null;
	}
}

/** Reads multipart forms on the routes that take them: text parts become the body, files go beside it. Elsewhere such
 * a body counts as not sent. */
export function acceptMultipart(app: FastifyInstance): void {
	app.decorateRequest('uploadedFiles', null);
	app.addContentTypeParser(
		'multipart/form-data',
		{ parseAs: 'buffer' },
		async (request: FastifyRequest, bytes: Buffer) => {
			if (!request.routeOptions.config.route?.multipart) return {};
			const parts = [...(await readForm(request, bytes))];
			request.uploadedFiles = await Promise.all(
				parts.flatMap(([name, value]) => (typeof value === 'string' ? [] : [uploadedFile(name, value)])),
			);
			return Object.fromEntries(parts.filter(([, value]) => typeof value === 'string'));
		},
	);
}

async function readForm(request: FastifyRequest, bytes: Buffer): Promise<FormData> {
	const headers = { 'Content-Type': request.headers['content-type'] ?? '' };
	try {
		return await new Response(new Uint8Array(bytes), { headers }).formData();
	} catch {
		throw badRequest('Malformed multipart form');
	}
}

async function uploadedFile(fieldname: string, file: File): Promise<UploadedFile> {
	const content = Buffer.from(await file.arrayBuffer());
	return { fieldname, originalname: file.name, mimetype: file.type || 'application/octet-stream', content };
}
