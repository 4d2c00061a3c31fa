import { Advice } from '../../scripts/lib/say.mjs';
import { START, given, own, rowOfNodes } from '../lib/pages/rowOfNodes.mjs';
import { counted } from './report.mjs';

const TYPE = 'wiseAgentOAuth2Api';
const LEADS = [
	{ Email: 'Amara.Diallo@example.com', First: 'Amara', Last: 'Diallo', Phone: '(480) 555-0161' },
	{ Email: 'felix.brandt@example.com', First: 'Felix', Last: 'Brandt', Phone: '480.555.0162' },
	{ Email: 'mei.lin@example.com', First: 'Mei', Last: 'Lin', Phone: '+1 480 555 0163' },
];
const AS_NEW = 'Create or update in Wise Agent';
const AGAIN = 'The same people once more';

/** A workflow that writes three people to Wise Agent, and the same people once more. */
export class WiseAgentTour {
	/**
	 * Puts credential and workflow into n8n, or brings those of an earlier start up to date. A credential that is not
	 * connected is connected as if somebody had clicked through the consent page.
	 *
	 * @param {import('../lib/n8n/n8nClient.mjs').N8nClient} client signed in
	 * @param {import('../lib/sandboxSystem.mjs').SandboxSystem} wiseAgent
	 * @param {(workflow: object) => Promise<string>} save stores the workflow and resolves to its id
	 */
	static async install(client, wiseAgent, save) {
		const { app } = await wiseAgent.constants();
		const credential = await client.saveCredential({
			name: 'Wise Agent sandbox',
			type: TYPE,
			data: { ...app, signInHost: 'own', baseUrl: wiseAgent.url, enabledScopes: [] },
		});
		if (!(await hasUsableToken(wiseAgent))) {
			await client.connectCredential(credential.id, (address) => wiseAgent.consent(address));
		}
		const workflow = workflowWith(credential);
		return new WiseAgentTour(client, { workflowId: await save(workflow), name: workflow.name });
	}

	/** @private */
	constructor(client, { workflowId, name }) {
		this.#client = client;
		this.workflowId = workflowId;
		this.name = name;
	}

	#client;

	/** Runs the workflow. @returns {Promise<string>} what it did, in a line */
	async run() {
		const execution = await this.#client.runWorkflow(this.workflowId, { trigger: START.name });
		if (execution.status !== 'success') {
			throw new Advice(`The Wise Agent workflow failed: ${execution.error ?? execution.status}`);
		}
		const outcomes = (node) => counted(execution.items(node).map(({ outcome }) => outcome));
		return `${LEADS.length} people: ${outcomes(AS_NEW)}; the same once more: ${outcomes(AGAIN)}`;
	}
}

/** Whether Wise Agent would still renew a token. It does not after its data has been reset, or n8n was disconnected there. */
async function hasUsableToken(wiseAgent) {
	const { refreshTokens } = await wiseAgent.control('records/refreshTokens');
	return refreshTokens.some(({ usedAtMs, revoked }) => usedAtMs === null && !revoked);
}

function workflowWith(credential) {
	const write = (name) => ({
		name,
		type: own('wiseAgent'),
		credentials: { [TYPE]: credential },
		parameters: {
			...{ resource: 'contact', operation: 'upsert' },
			CEmail: "={{ $('Leads').item.json.Email }}",
			MobilePhone: "={{ $('Leads').item.json.Phone }}",
			CFirst: "={{ $('Leads').item.json.First }}",
			CLast: "={{ $('Leads').item.json.Last }}",
			Source: { __rl: true, mode: 'name', value: 'Website' },
		},
	});
	const nodes = [START, ...given('Leads', LEADS), write(AS_NEW), write(AGAIN)];
	return rowOfNodes('Wise Agent: leads without duplicates', nodes);
}
