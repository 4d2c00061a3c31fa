import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { acceptJson } from '../../shared/wire/bodies';

/** A server that reads forms and JSON, whatever the case of its paths, as IIS does. */
export function createServer(): FastifyInstance {
	const app = Fastify({
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: { ignoreTrailingSlash: true, caseSensitive: false },
		ajv: { customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false } },
	});
	app.removeAllContentTypeParsers();
	acceptJson(app);
	app.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, text, done) => done(null, [...new URLSearchParams(text as string)]),
	);
	app.setErrorHandler((thrown, request, reply) => {
		const { statusCode = 500, message, stack } = thrown as Error & { statusCode?: number };
		// Anything but a malformed request is a fault of the sandbox itself and must not pass in silence.
		if (statusCode >= 500) console.error(`Sandbox failure in ${request.method} ${request.url}:`, stack);
		return reply.code(statusCode).send({ statusCode, message });
	});
	return app;
}
