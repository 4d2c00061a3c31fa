import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';

/** A server that reads forms and JSON, whatever the case of its paths, as IIS does. */
export function createServer(): FastifyInstance {
	const app = Fastify({
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: { ignoreTrailingSlash: true, caseSensitive: false },
		ajv: { customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false } },
	});
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
		if (text === '') return done(null, {});
		try {
			done(null, JSON.parse(text as string));
		} catch (error) {
			done(Object.assign(error as Error, { statusCode: 400 }), undefined);
		}
	});
	app.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, text, done) => done(null, [...new URLSearchParams(text as string)]),
	);
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, _text, done) => done(null, {}));
	app.setErrorHandler((thrown, request, reply) => {
		const { statusCode = 500, message, stack } = thrown as Error & { statusCode?: number };
		// Anything but a malformed request is a fault of the sandbox itself and must not pass in silence.
		if (statusCode >= 500) console.error(`Sandbox failure in ${request.method} ${request.url}:`, stack);
		return reply.code(statusCode).send({ statusCode, message });
	});
	return app;
}
