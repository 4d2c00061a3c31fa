import { Advice } from '../../scripts/lib/say.mjs';
import { START, given, own, rowOfNodes } from '../lib/pages/rowOfNodes.mjs';
import { counted } from './report.mjs';

const TYPE = 'whatsAbleSyncApi';
const SEND = 'Send the reminder';
const WAIT = 'Wait for delivery';

/** A workflow that sends a template to two customers on WhatsApp, and waits until it has arrived. */
export class WhatsAbleTour {
	/**
	 * Puts credential and workflow into n8n, or brings those of an earlier start up to date.
	 *
	 * @param {import('../lib/n8n/n8nClient.mjs').N8nClient} client signed in
	 * @param {import('../lib/sandboxSystem.mjs').SandboxSystem} whatsAble
	 * @param {(workflow: object) => Promise<string>} save stores the workflow and resolves to its id
	 */
	static async install(client, whatsAble, save) {
		const demo = await whatsAble.constants();
		const credential = await client.saveCredential({
			name: 'WhatsAble sandbox',
			type: TYPE,
			data: { apiKey: demo.keys.notifyer, baseUrl: whatsAble.url },
		});
		const workflow = workflowWith(credential, demo);
		return new WhatsAbleTour(client, { workflowId: await save(workflow), name: workflow.name });
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
			throw new Advice(`The WhatsAble workflow failed: ${execution.error ?? execution.status}`);
		}
		const sent = execution.items(SEND).length;
		return `a template to ${sent} customers: ${counted(execution.items(WAIT).map(({ delivery }) => delivery))}`;
	}
}

function workflowWith(credential, { contacts, templates }) {
	const node = (name, parameters) => ({
		...{ name, type: own('whatsAble'), credentials: { [TYPE]: credential } },
		parameters: { resource: 'message', ...parameters },
	});
	const viewings = [
		{ Phone: `+${contacts.olivia}`, Name: 'Olivia', Where: '12 Pier Street', When: 'Friday at 10:00' },
		{ Phone: `+${contacts.priya}`, Name: 'Priya', Where: '3 Lighthouse Lane', When: 'Saturday at 14:30' },
	];
	return rowOfNodes('WhatsAble: reminders of viewings', [
		START,
		...given('Viewings', viewings),
		node(SEND, {
			...{ operation: 'sendTemplate', phoneNumber: '={{ $json.Phone }}' },
			templateId: {
				...{ __rl: true, mode: 'list', value: templates.reminder },
				cachedResultName: 'appointment_reminder (en_US)',
			},
			variables: {
				mappingMode: 'defineBelow',
				value: { body1: '={{ $json.Name }}', body2: '={{ $json.Where }}', body3: '={{ $json.When }}' },
				schema: [1, 2, 3].map((number) => ({
					...{ id: `body${number}`, displayName: `Body ${number}`, type: 'string' },
					...{ required: true, defaultMatch: false, canBeUsedToMatch: false, display: true },
				})),
			},
		}),
		node(WAIT, {
			...{ operation: 'waitForDelivery', messageId: '={{ $json.message_id }}', waitFor: 'delivered' },
			options: { intervalSeconds: 1 },
		}),
	]);
}
