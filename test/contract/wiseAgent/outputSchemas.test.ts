import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { startWiseAgent } from '../../support/wiseAgent';
import { expectSchema } from '../schemas';
import { examples, runExample } from './examples';

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

test.each(Object.keys(examples))(
	'%s shows the next node its output before the first run, with every field',
	async (id) => {
		const { run } = await runExample(sandbox, id);
		expectSchema('WiseAgent', id, run);
	},
);
