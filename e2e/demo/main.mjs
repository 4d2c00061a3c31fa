import { join } from 'node:path';

import { cacheFolder, logsFolder } from '../../scripts/lib/paths.mjs';
import { Advice, duration, say } from '../../scripts/lib/say.mjs';
import { stopAll } from '../lib/children.mjs';
import { OWNER } from '../lib/n8n/n8nClient.mjs';
import { LeadImport } from './leadImport.mjs';
import { importInWords } from './report.mjs';
import { SingleInstance } from './singleInstance.mjs';
import { setStage } from './stage.mjs';
import { WhatsAbleTour } from './whatsAbleTour.mjs';
import { WiseAgentTour } from './wiseAgentTour.mjs';

const N8N_PORT = 5678;
const SANDBOX_PORT = 4010;
const PROGRESS_EVERY_MS = 5000;

/**
 * The demo from start to end: n8n and the sandbox, one run of a workflow for each of the three systems, what came of
 * it, and then both stay open until Ctrl-C.
 *
 * @param {{ once: boolean }} options `once` ends after the runs
 */
export async function demo({ once }) {
	const userFolder = join(cacheFolder, 'n8n-demo');
	const instance = new SingleInstance(join(userFolder, 'running.json'));
	await instance.refuseSecond();
	try {
		const start = Date.now();
		say('Starting the sandbox and n8n (about 10 seconds; the first time up to a minute)');
		const { sandbox, n8n } = await setStage({
			userFolder,
			n8nPort: N8N_PORT,
			sandboxPort: SANDBOX_PORT,
			logName: 'demo',
		});
		instance.claim(n8n.url, [n8n.pid, sandbox.pid]);
		say(`Both are running after ${duration(Date.now() - start)}; their logs are in ${logsFolder}`);

		const leadImport = await LeadImport.install(n8n.client, sandbox);
		const wiseAgentTour = await WiseAgentTour.install(n8n.client, sandbox.wiseAgent);
		const whatsAbleTour = await WhatsAbleTour.install(n8n.client, sandbox.whatsAble);
		say(`Wise Agent: ${await wiseAgentTour.run()}`);
		say(`WhatsAble: ${await whatsAbleTour.run()}`);
		await importOnce(leadImport, sandbox);
		if (once) return;
		const workflow = ({ workflowId }) => `${n8n.url}/workflow/${workflowId}`;

		console.log(
			[
				'',
				'n8n and the sandbox stay open. Look around:',
				'',
				`  n8n              ${workflow(leadImport)} (HighLevel)`,
				`                   ${workflow(wiseAgentTour)} (Wise Agent)`,
				`                   ${workflow(whatsAbleTour)} (WhatsAble)`,
				`    sign in with   ${OWNER.email}`,
				`    password       ${OWNER.password}`,
				`  HighLevel        ${sandbox.url} (the sandbox: every contact, every request)`,
				`  Wise Agent       ${sandbox.wiseAgent.url} (the same for Wise Agent)`,
				`  WhatsAble        ${sandbox.whatsAble.url} (a chat: what was sent, and you as the customer)`,
				'',
				'Execute the import again in n8n: every row is unchanged, and no contact is doubled.',
				'Stop both with Ctrl-C.',
			].join('\n'),
		);
		await new Promise(() => {
			// Until a signal ends the process. A pending promise alone would not keep it alive.
			setInterval(() => {}, 60_000);
		});
	} finally {
		await stopAll();
	}
}

async function importOnce(leadImport, sandbox) {
	say(
		"Importing the lead files. The sandbox holds to HighLevel's limit of 100 requests in 10 seconds, " +
			'so this takes about a minute',
	);
	const before = await sandbox.contactCount();
	const start = Date.now();
	const progress = setInterval(() => {
		sandbox.contactCount().then(
			(count) => say(`${duration(Date.now() - start)}: ${count} contacts in HighLevel`),
			() => {},
		);
	}, PROGRESS_EVERY_MS);
	const report = await leadImport.run().finally(() => clearInterval(progress));
	const contacts = await sandbox.contacts();

	console.log(`\n${importInWords(report)}\n`);
	checkAgainstSandbox(report, contacts, before);
	say(
		`Done in ${duration(Date.now() - start)}. HighLevel now has ${contacts.length} contacts, ` +
			`${report.created} of them new; no e-mail and no phone is there twice.`,
	);
}

/** The report is the nodes' own word; the sandbox knows what was really stored. */
function checkAgainstSandbox({ rows, created, updated, unchanged, refused }, contacts, before) {
	const faults = [];
	const accounted = created + updated + unchanged + refused.length;
	if (accounted !== rows) faults.push(`${rows} rows went in and ${accounted} came out`);
	if (contacts.length !== before + created) {
		faults.push(`${created} contacts were reported as created, ${contacts.length - before} were stored`);
	}
	for (const identifier of ['email', 'phone']) {
		const values = contacts.map((contact) => contact[identifier]).filter(Boolean);
		const twice = values.filter((value, at) => values.indexOf(value) !== at);
		if (twice.length) faults.push(`stored twice, by ${identifier}: ${twice.join(', ')}`);
	}
	if (faults.length) throw new Advice(`The import did not do what it says:\n- ${faults.join('\n- ')}`);
}
