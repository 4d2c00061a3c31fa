import type { IDataObject } from 'n8n-workflow';

import { DEMO, startHighLevelSandbox } from '../../../../sandbox/highLevel';
import { chosen, runOperation } from '../../../support/highLevel';
import { runNode } from '../../../support/running/runWorkflow';
import { examples, runExample } from '../../../cases/highLevel';
import type { Known } from './reads';
import { READS } from './reads';
import type { Exchange } from './recorder';
import { Recorder } from './recorder';
import type { Findings, Outcome } from './report';
import { writeRound } from './writes';

/** The location that is looked at. */
export interface Account {
	token: string;
	locationId: string;
	/** Without a slash at the end. */
	baseUrl: string;
}

type Run = (id: string, parameters: IDataObject) => Promise<IDataObject[] | undefined>;

/**
 * Runs every reading operation in a real location, and, where asked, one round of writes on a contact of its own;
 * and the same in a fresh sandbox, with the examples of all operations, to have its answers beside them.
 *
 * @param say told of each operation before it is begun
 */
export async function checkLive(
	account: Account,
	{ write, say = () => undefined }: { write: boolean; say?: (what: string) => void },
): Promise<Findings> {
	const outcomes: Outcome[] = [];
	const real = await recorded(account.baseUrl, async (baseUrl) => {
		const run: Run = async (id, parameters) => {
			say(id);
			return await runIn({ ...account, baseUrl }, outcomes, id, parameters);
		};
		await readAll(run, outcomes);
		if (!write) return;
		await writeRound(run, Date.now().toString(36), (id) =>
			outcomes.push({ id, remark: 'HighLevel found nothing, though the contact has the value' }),
		);
	});
	say('the same in the sandbox');
	return { outcomes, real, sandbox: await answersOfSandbox() };
}

/** The answers that pass on the way from an address while something is done there. */
async function recorded(target: string, work: (baseUrl: string) => Promise<void>): Promise<Exchange[]> {
	const recorder = await Recorder.before(target);
	try {
		await work(recorder.url);
		return recorder.exchanges;
	} finally {
		await recorder.close();
	}
}

async function runIn(
	account: Account,
	outcomes: Outcome[],
	id: string,
	parameters: IDataObject,
): Promise<IDataObject[] | undefined> {
	const { error, items } = await runNode({
		parameters: { authentication: 'privateIntegration', ...chosen(id), ...parameters },
		credentials: { goHighLevelPrivateIntegrationApi: { ...account } },
	});
	outcomes.push({ id, ...(error ? { remark: [error.message, error.description].join(' ') } : {}) });
	return error ? undefined : items.map(({ json }) => json);
}

async function readAll(run: Run, outcomes: Outcome[]): Promise<void> {
	let known: Known = {};
	for (const { id, needs, parameters, learns } of READS) {
		const missing = needs.filter((name) => !known[name]);
		if (missing.length > 0) {
			outcomes.push({ id, remark: `left out, since this location has shown no ${missing.join(', ')}` });
			continue;
		}
		const items = await run(id, parameters?.(known as Record<string, string>) ?? {});
		if (items) known = { ...known, ...learns?.(items, known) };
	}
}

/** Every answer that the sandbox gives to the examples of all operations, and to the check itself. */
async function answersOfSandbox(): Promise<Exchange[]> {
	const sandbox = await startHighLevelSandbox({
		quiet: true,
		rateLimit: { max: 100_000, intervalMs: 10_000 },
	});
	try {
		return await recorded(sandbox.url, async (baseUrl) => {
			for (const id of Object.keys(examples)) {
				sandbox.reset();
				await runExample(
					sandbox,
					id,
					async (_, options) => await runOperation(sandbox, id, { ...options, baseUrl }),
				);
			}
			const { token, locationId } = DEMO;
			const run: Run = async (id, parameters) =>
				// All of them, so that no key is missing because of the choice.
				await runIn({ token, locationId, baseUrl }, [], id, { ...parameters, returnAll: true });
			// Lists that show whatever a record may have.
			for (const { prepare } of Object.values(examples)) prepare?.(sandbox);
			sandbox.state.seedContacts(5);
			await readAll(run, []);
			await writeRound(run, 'sandbox');
			// What a read answers for a record that is not there.
			await run('contact.get', { contactId: { __rl: true, mode: 'id', value: locationId } });
		});
	} finally {
		await sandbox.close();
	}
}
