import { services, startedFor } from '../workflows/everyOperation/services';
import { expectSchema } from './schemas';

/** What a call of any endpoint returns is not known beforehand. */
const UNKNOWN_OUTPUT = ['customApiCall.request'];

describe.each(services)('$name', (one) => {
	const started = startedFor(one);

	test.each(Object.keys(one.cases).filter((id) => !UNKNOWN_OUTPUT.includes(id)))(
		'%s shows the next node its output before the first run, with every field',
		async (id) => {
			const { run } = await started.service.run(id);
			expectSchema(one.node, id, run);
		},
	);
});
