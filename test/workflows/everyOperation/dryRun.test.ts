import { mayWrite } from '../../../nodes/core/operation/dryRun';
import { isWriting } from '../../../nodes/core/operation/request';
import type { Request } from '../../../nodes/core/operation/request';
import type { Outcome } from '../../support/sandboxRuns';
import type { Service } from './services';
import { idsIn, services, startedFor } from './services';

const OUTCOMES = ['wouldCreate', 'wouldUpdate', 'wouldDelete', 'wouldSend', 'unchanged'];

/** The calls of any endpoint that are held back, and none that only reads. */
const ANY_ENDPOINT = 'customApiCall.request';

function operationOf({ catalogue }: Service, id: string) {
	const [resource = '', name = ''] = id.split('.');
	const operation = catalogue[resource]?.operations[name];
	if (!operation) throw new Error(`There is no operation ${id}`);
	return operation;
}

/** Endpoints that only read although they are no GET, as patterns of what a sandbox records. */
function readingPosts({ catalogue }: Service): RegExp[] {
	const all = (requests: readonly Request[]): Request[] =>
		requests.flatMap((one) => [one, ...all(one.further)]);
	const operations = Object.values(catalogue).flatMap(({ operations: own }) => Object.values(own));
	return operations
		.flatMap(({ requests }) => all(requests))
		.filter(({ writes, endpoint }) => !writes && !endpoint.startsWith('GET '))
		.map(({ endpoint }) => new RegExp(`^${endpoint.replace(/\{\w+\}/g, '[^/]+')}$`));
}

/** What was sent that is not known to read only. */
function writesIn({ requests }: Outcome, reading: RegExp[]): string[] {
	return requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path}`)
		.filter((made) => !/^POST \/oauth\//.test(made) && !reading.some((pattern) => pattern.test(made)));
}

describe.each(services)('$name', (one) => {
	const started = startedFor(one);
	const reading = readingPosts(one);
	const ids = idsIn(one.catalogue);
	const writing = ids.filter((id) => mayWrite(operationOf(one, id)));

	test.each(writing)('Dry Run of %s sends no write, and says what would change', async (id) => {
		for (const { parameters } of [{ parameters: {} }, ...(one.cases[id]?.variants ?? [])]) {
			started.service.reset();
			const outcome = await started.service.run(id, { parameters: { ...parameters, dryRun: true } });

			expect(outcome.run.error?.message).toBeUndefined();
			expect(writesIn(outcome, reading)).toEqual([]);
			expect(outcome.changed).toBe(false);
			if (id === ANY_ENDPOINT && outcome.run.items.length !== 1) continue;
			expect(outcome.run.items).not.toEqual([]);
			for (const { json } of outcome.run.items) expect(OUTCOMES).toContain(json.outcome);
		}
	});

	test.each(ids.filter((id) => !writing.includes(id)))(
		'%s, which has no Dry Run, changes nothing',
		async (id) => {
			const outcome = await started.service.run(id);

			expect(isWriting(operationOf(one, id))).toBe(false);
			expect(writesIn(outcome, reading)).toEqual([]);
			expect(outcome.changed).toBe(false);
		},
	);
});
