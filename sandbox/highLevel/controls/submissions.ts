import type { FastifyInstance } from 'fastify';
import type { Hub } from '../hub';
import type { SandboxState } from '../state/state';
import type { Answers } from '../submissions/submit';
import { submit } from '../submissions/submit';

const body = { type: 'object' };

/** What visitors of a website did. */
export function serveSubmissionControls(controls: FastifyInstance, { state }: Hub): void {
	const config = { ownControl: true };
	controls.post('/submissions', { config }, (_request, reply) => {
		const added = state.seedSubmissions();
		return reply.code(201).send({ added: added.length, ids: added.map(({ id }) => id) });
	});
	serveVisitors(controls, state);
}

/** What visitors of a website do. */
export function serveVisitors(controls: FastifyInstance, state: SandboxState): void {
	const config = { ownControl: true };
	for (const kind of ['form', 'survey'] as const) {
		controls.post(`/${kind}s/:id/submit`, { config, schema: { body } }, (request, reply) => {
			const { id } = request.params as { id: string };
			const { locationId: _location, ...submission } = submit(state, kind, id, request.body as Answers);
			return reply.code(201).send({ submission });
		});
	}
}
