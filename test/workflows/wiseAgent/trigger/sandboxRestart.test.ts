import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startWiseAgent } from '../../../support/wiseAgent';
import { registered, startTrigger } from './started';

test('the webhook works on when Wise Agent was away for a while, and goes when the workflow is switched off', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'wise-agent-'));
	const stateFile = join(folder, 'state.json');
	const before = await startWiseAgent({ stateFile });
	const port = Number(new URL(before.url).port);
	const server = await startTrigger(before, { events: ['contactCreate'] });
	await server.activate();
	await before.close();

	const after = await startWiseAgent({ stateFile, port });
	const { ClientID } = after.state.addContact({});
	await after.webhooks.idle();
	expect(server.executions).toMatchObject([{ id: ClientID, record: { ClientID } }]);
	after.requests.length = 0;
	await server.activate('init');
	expect(after.requests.map(({ method }) => method)).toEqual(['GET']);
	await server.deactivate();
	expect(registered(after)).toEqual([]);
	await server.close();
	await after.close();
	rmSync(folder, { recursive: true });
});
