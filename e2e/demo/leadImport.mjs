import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Advice } from '../../scripts/lib/say.mjs';

const demoFolder = dirname(fileURLToPath(import.meta.url));

/** Where the lead files lie; n8n must be allowed to read here. */
export const leadsFolder = join(demoFolder, 'leads');

const CREDENTIAL_TYPE = 'goHighLevelPrivateIntegrationApi';
const NODES = {
	start: 'Start',
	read: 'Read lead files',
	extract: 'Extract rows',
	upsert: 'Create or update contacts',
	refused: 'Refused rows',
};

/**
 * @typedef {object} ImportReport what a run did, counted by what left the workflow's nodes
 * @property {number} rows
 * @property {number} created
 * @property {number} updated
 * @property {number} unchanged
 * @property {{ file: string, name: string, identifiers: string, reason: string, remedy: string }[]} refused
 */

/** The demo workflow inside a running n8n, writing to a running sandbox. */
export class LeadImport {
	/** @private */
	constructor(client, { workflowId, name }) {
		this.#client = client;
		this.workflowId = workflowId;
		this.name = name;
	}

	#client;

	/**
	 * Puts credential and workflow into n8n, or brings those of an earlier start up to date.
	 *
	 * @param {import('../lib/n8n/n8nClient.mjs').N8nClient} client signed in
	 * @param {import('../lib/sandbox.mjs').Sandbox} sandbox ready
	 * @param {(workflow: object) => Promise<string>} [save] stores the workflow and resolves to its id
	 */
	static async install(client, sandbox, save = (workflow) => client.saveWorkflow(workflow)) {
		const { token, locationId } = await sandbox.constants();
		const credential = await client.saveCredential({
			name: 'HighLevel sandbox',
			type: CREDENTIAL_TYPE,
			data: { token, locationId, baseUrl: sandbox.url },
		});
		const workflow = workflowWith(credential);
		return new LeadImport(client, { workflowId: await save(workflow), name: workflow.name });
	}

	/**
	 * Runs the workflow and waits for its end.
	 *
	 * @returns {Promise<ImportReport>}
	 * @throws {Advice} when the run itself failed, as opposed to single rows
	 */
	async run() {
		const execution = await this.#client.runWorkflow(this.workflowId, {
			trigger: NODES.start,
			withinMs: 600_000,
		});
		if (execution.status !== 'success') {
			throw new Advice(
				`The demo workflow failed: ${execution.error ?? execution.status}\n` +
					`See ${this.#client.url}/workflow/${this.workflowId}/executions/${execution.id}`,
			);
		}
		const outcomes = execution.items(NODES.upsert, 0).map(({ outcome }) => outcome);
		const count = (wanted) => outcomes.filter((outcome) => outcome === wanted).length;
		return {
			rows: execution.items(NODES.extract).length,
			created: count('created'),
			updated: count('updated'),
			unchanged: count('unchanged'),
			refused: execution.items(NODES.refused).map((row) => ({
				file: row.File,
				name: row.Name,
				identifiers: [row.Email, row.Phone].filter(Boolean).join(', ') || '(none)',
				reason: row.Reason,
				remedy: row['What to do'],
			})),
		};
	}
}

/** The committed workflow with this machine's folder and this n8n's credential in it. */
function workflowWith(credential) {
	const workflow = JSON.parse(readFileSync(join(demoFolder, 'workflow.json'), 'utf8'));
	for (const node of workflow.nodes) {
		// n8n wants forward slashes, on Windows too.
		if (node.name === NODES.read) node.parameters.fileSelector = `${leadsFolder.split(sep).join('/')}/*.csv`;
		if (node.name === NODES.upsert) node.credentials = { [CREDENTIAL_TYPE]: credential };
	}
	return workflow;
}
