import { detailsOf } from '../../support/sandboxRuns';
import { services, startedFor } from './services';

describe.each(services)('$name', (one) => {
	const started = startedFor(one);

	test.each(Object.entries(one.cases))(
		'a value that cannot be right is named by %s, and nothing is changed',
		async (id, { wrong: { parameters, message, field } }) => {
			const { run, changed, requests } = await started.service.run(id, { parameters });

			expect(run.error?.message).toBe(message);
			expect(detailsOf(run).field).toBe(field);
			expect(changed).toBe(false);
			const done = requests.filter(({ status = 0, refusal }) => status < 400 && refusal === undefined);
			expect(done.filter(({ method }) => method !== 'GET')).toEqual([]);
		},
	);
});
