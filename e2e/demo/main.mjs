import { relative } from 'node:path';

import { buildIfNeeded } from '../../scripts/lib/build.mjs';
import { logsFolder, rootFolder } from '../../scripts/lib/paths.mjs';
import { withProgress } from '../../scripts/lib/progress.mjs';
import { Advice, duration, say } from '../../scripts/lib/say.mjs';
import { isStopping, StartFailure, stopAll } from '../lib/children.mjs';
import { USUAL_PORTS } from '../lib/ports.mjs';
import { OWNER } from '../lib/n8n/n8nClient.mjs';
import { DemoFolder } from './demoFolder.mjs';
import { importOnce } from './importOnce.mjs';
import { KeptWorkflows } from './keptWorkflows.mjs';
import { lastWords } from './lastWords.mjs';
import { LeadImport } from './leadImport.mjs';
import { otherPorts } from './otherPorts.mjs';
import { SingleInstance } from './singleInstance.mjs';
import { setStage } from './stage.mjs';
import { WhatsAbleTour } from './whatsAbleTour.mjs';
import { WiseAgentTour } from './wiseAgentTour.mjs';

const FRESH = 'npm run demo -- --fresh';

/**
 * The demo from start to end: n8n and the sandbox, with all that earlier starts left in them; one run of a workflow for
 * each of the three systems, if there was none before; and then both stay open until Ctrl-C.
 *
 * @param {{ once: boolean, fresh: boolean }} options `once` ends after the runs, which it never leaves out; `fresh`
 *   deletes what earlier starts left
 */
export async function demo({ once, fresh }) {
	const folder = new DemoFolder();
	const instance = new SingleInstance(folder.runningFile);
	await instance.refuseSecond();
	if (fresh) {
		folder.clear();
		say('Everything of earlier starts is deleted');
	}
	if (folder.isUnreadable) {
		say(
			`The notes of the last start in ${shown(folder.path)} cannot be read, perhaps because another version wrote ` +
				'them. Workflows that are in n8n already stay as they are.',
		);
	}
	try {
		const { sandbox, n8n } = await open(folder);
		instance.claim(n8n.url, [n8n.pid, sandbox.pid]);
		const workflows = new KeptWorkflows(n8n.client, folder);
		const save = (workflow) => workflows.save(workflow);
		const leads = await LeadImport.install(n8n.client, sandbox, save);
		const wiseAgent = await WiseAgentTour.install(n8n.client, sandbox.wiseAgent, save);
		const whatsAble = await WhatsAbleTour.install(n8n.client, sandbox.whatsAble, save);
		for (const name of workflows.changed) {
			say(`The workflow "${name}" was changed in n8n: it stays as it is, and is not executed`);
		}

		const runs = [
			{ tour: wiseAgent, run: async () => say(`Wise Agent: ${await wiseAgent.run()}`) },
			{ tour: whatsAble, run: async () => say(`WhatsAble: ${await whatsAble.run()}`) },
			{ tour: leads, run: async () => await importOnce(leads, sandbox) },
		];
		for (const { tour, run } of runs) {
			// Repeated, it would undo what a person has changed in the systems since.
			if (!once && folder.workflow(tour.name)?.executed) continue;
			if (workflows.changed.includes(tour.name)) continue;
			await run();
			folder.keepWorkflow(tour.name, { executed: true });
		}
		if (once) return;
		console.log(await wordsFor({ n8n, sandbox, folder, tours: { leads, wiseAgent, whatsAble } }));
		await new Promise(() => {
			// Until a signal ends the process. A pending promise alone would not keep it alive.
			setInterval(() => {}, 60_000);
		});
	} catch (error) {
		// What breaks off because all is being stopped is not worth a word; the signal ends the process.
		if (isStopping()) await new Promise(() => {});
		if (!(error instanceof StartFailure)) throw error;
		throw new Advice(
			`${error.message}\n\nIf it fails again, start over, without what earlier starts left: ${FRESH}`,
		);
	} finally {
		await stopAll();
	}
}

/** Starts both, at the ports of the first start if they are free. */
async function open(folder) {
	await buildIfNeeded();
	const start = Date.now();
	const { ports } = folder;
	const wanted = ports ?? USUAL_PORTS;
	folder.prepare();
	const { sandbox, n8n } = await withProgress(
		{ what: 'Starting n8n and the sandbox', takes: 'up to a minute' },
		() =>
			setStage({
				userFolder: folder.path,
				stateFile: folder.stateFile,
				opportunities: true,
				n8nPort: wanted.n8n,
				sandboxPort: wanted.sandbox,
				logName: 'demo',
			}),
	);
	say(
		`n8n and the sandbox run after ${duration(Date.now() - start)}; their logs are in ${shown(logsFolder)}`,
	);
	for (const notice of sandbox.notices())
		say(`${notice}. Connect credentials of your own again, if n8n asks for it.`);
	const used = { n8n: portOf(n8n), sandbox: portOf(sandbox) };
	if (!ports) folder.keepPorts(used);
	else for (const line of otherPorts(ports, used)) say(line);
	return { sandbox, n8n };
}

const portOf = ({ url }) => Number(new URL(url).port);

const shown = (path) => relative(rootFolder, path) || path;

async function wordsFor({ n8n, sandbox, folder, tours }) {
	const { token, locationId, app } = await sandbox.constants();
	const { publicKey } = await sandbox.control('webhooks');
	const workflows = Object.entries(tours).map(([key, { name, workflowId }]) => [
		key,
		{ name, url: `${n8n.url}/workflow/${workflowId}` },
	]);
	return lastWords({
		n8n,
		owner: OWNER,
		workflows: Object.fromEntries(workflows),
		highLevel: { url: sandbox.url, token, locationId, app, publicKey },
		wiseAgent: { url: sandbox.wiseAgent.url, ...(await sandbox.wiseAgent.constants()) },
		whatsAble: { url: sandbox.whatsAble.url, ...(await sandbox.whatsAble.constants()) },
		folder: shown(folder.path),
	});
}
