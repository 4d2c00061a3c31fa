import { pace } from '../../../support/pace';
import { startHighLevelSandbox } from '../../../../sandbox/highLevel';
import { runContact, startSandbox } from '../../../support/highLevel';
import { closedPort, people, PERSON, storedEmails, textOf } from '../../../support/sandboxRuns';

let usual: (() => void) | undefined;

afterEach(() => {
	usual?.();
	usual = undefined;
});

test('a HighLevel that cannot be reached is named without codes, and it is said that nothing was sent', async () => {
	usual = pace({ backoff: { firstMs: 5, maxMs: 20 } });
	const sandbox = await startSandbox();
	const baseUrl = `http://127.0.0.1:${await closedPort()}`;
	const run = await runContact(sandbox, 'create', { items: people(1), parameters: PERSON, baseUrl });
	await sandbox.close();
	expect(run.error?.message).toBe(
		`HighLevel could not be reached (${baseUrl.slice('http://'.length)}): the connection was refused`,
	);
	expect(run.error?.description).toContain('Nothing was sent for this item.');
	expect(run.error?.description).toContain('Base URL');
	expect(textOf(run)).not.toMatch(/ECONN|ENOTFOUND|AxiosError/);
});

test('a Base URL with https where the host speaks http is no lost answer', async () => {
	usual = pace({ backoff: { firstMs: 5, maxMs: 20 } });
	const sandbox = await startSandbox();
	const baseUrl = sandbox.url.replace('http:', 'https:');
	const run = await runContact(sandbox, 'create', { items: people(1), parameters: PERSON, baseUrl });
	await sandbox.close();
	expect(run.error?.message).toContain('could not be reached');
	expect(run.error?.message).toContain('no secure connection could be made');
	expect(run.error?.description).toContain('Nothing was sent for this item.');
});

test('a HighLevel that comes up again while the items wait gets all of them, once', async () => {
	const port = await closedPort();
	const items = people(10);
	const running = runContact({ url: `http://127.0.0.1:${port}` } as never, 'create', {
		items,
		parameters: PERSON,
	});
	await new Promise((resolve) => setTimeout(resolve, 150));
	const sandbox = await startHighLevelSandbox({ quiet: true, port });
	const run = await running;
	const stored = storedEmails(sandbox);
	await sandbox.close();
	expect(run.error).toBeUndefined();
	expect(stored).toEqual(items.map(({ email }) => email).sort());
});
