import type { FastifyInstance } from 'fastify';

/** Reads JSON, of which an empty text is an empty object, and takes a body of any type without a reader of its own for
 * one that was not sent.
 * @param refusal what a text that is no JSON is refused with */
export function acceptJson(app: FastifyInstance, refusal: (error: Error) => Error = malformed): void {
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
		if (text === '') return done(null, {});
		try {
			done(null, JSON.parse(text as string));
		} catch (error) {
			done(refusal(error as Error), undefined);
		}
	});
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, _text, done) => done(null, {}));
}

const malformed = (error: Error): Error => Object.assign(error, { statusCode: 400 });
