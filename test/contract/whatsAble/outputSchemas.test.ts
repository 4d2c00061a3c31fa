import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import { startSandbox } from '../../support/whatsAble';
import { expectSchema } from '../schemas';
import { examples, runExample } from './examples';

let sandbox: WhatsAbleSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

test.each(Object.keys(examples))(
	'%s shows the next node its output before the first run, with every field',
	async (id) => {
		const { run } = await runExample(sandbox, id);
		expectSchema('WhatsAble', id, run);
	},
);
