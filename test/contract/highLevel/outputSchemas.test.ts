import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { startSandbox } from '../../support/highLevel';
import { examples, runExample } from './examples';
import { expectSchema } from '../schemas';

let sandbox: HighLevelSandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});

afterAll(async () => {
	await sandbox.close();
});

/** What a call of any endpoint puts out is not known beforehand. */
const UNKNOWN_OUTPUT = ['customApiCall.request'];

test.each(Object.keys(examples).filter((id) => !UNKNOWN_OUTPUT.includes(id)))(
	'%s shows the next node its output before the first run, with every field',
	async (id) => {
		sandbox.reset();
		const { run } = await runExample(sandbox, id);
		expectSchema('GoHighLevel', id, run);
	},
);
