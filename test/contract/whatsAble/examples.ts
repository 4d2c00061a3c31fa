import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { RecordedRequest, WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import { byId } from '../../support/highLevel';
import type { NodeRun } from '../../support/running/runWorkflow';
import type { WhatsAbleRun } from '../../support/whatsAble';
import { DEMO, runWhatsAble, succeed } from '../../support/whatsAble';

/** How an operation is run with as many of its fields as make sense together. */
export interface Example {
	/** Makes what the operation needs, and names it for `parameters`, item by item. */
	prepare?: (sandbox: WhatsAbleSandbox) => Promise<IDataObject[]>;
	parameters: IDataObject;
	/** A key of another product than Notifyer. */
	apiKey?: string;
	binary?: IBinaryKeyData;
	/** Other ways to use it, by what is different. */
	variants?: IDataObject[];
}

const { olivia } = DEMO.contacts;
const { templates, keys } = DEMO;

const settings = { defaultCountry: 'US', timeout: 10_000 };
const options = { ...settings, unknownLabels: 'leaveOut' };
const noted = { labels: ['Seller', 'VIP'], note: 'Met at the open house' };
const listed = { returnAll: false, limit: 5, options: { timeout: 10_000 } };

const file = {
	fileName: 'lease.pdf',
	mimeType: 'application/pdf',
	data: 'filesystem-v2',
	id: 'filesystem-v2:files/lease.pdf',
};

function media(name: string, additionalFields: IDataObject = {}): IDataObject {
	return {
		phoneNumber: olivia,
		source: 'url',
		url: `https://example.com/${name}`,
		binaryProperty: 'data',
		additionalFields: { ...noted, ...additionalFields },
		options,
	};
}

const fromItem = { source: 'binary' };

const template: IDataObject = {
	phoneNumber: olivia,
	templateId: byId(templates.welcome),
	variablesInput: 'fields',
	variables: { mappingMode: 'defineBelow', value: { body1: 'Olivia' } },
	variablesJson: '{"body1": "Olivia"}',
	additionalFields: noted,
	options,
};

const usingJson = { variablesInput: 'json' };

const schedule: IDataObject = {
	when: 'relative',
	delay: 2,
	delayUnit: 'hours',
	sendAt: '2099-07-01T09:30:00',
	timeZone: 'America/New_York',
	conditions: { replyCondition: 'never', labelCondition: 'not', conditionLabels: ['Do Not Disturb'] },
};

const atATime = { when: 'specific' };

/** A message that was read, and one that failed. */
async function sendTwo(sandbox: WhatsAbleSandbox): Promise<IDataObject[]> {
	const sent = await succeed(sandbox, 'message.sendText', {
		items: [{}, {}],
		parameters: { phoneNumber: olivia, text: 'Hi' },
	});
	const ids = sent.map(({ message_id: id }) => String(id));
	ids.forEach((id, index) => sandbox.setStatus(id, index === 0 ? 'read' : 'failed'));
	return ids.map((messageId) => ({ messageId }));
}

/** `resource.operation` -> example. */
export const examples: Record<string, Example> = {
	'apiKey.check': { parameters: { options: { timeout: 10_000 } } },
	'contact.removeAllLabels': { parameters: { phoneNumber: olivia, options: settings } },
	'contact.upsert': {
		parameters: {
			phoneNumber: olivia,
			additionalFields: {
				displayName: 'Olivia G.',
				existingNote: 'Wants three bedrooms',
				labels: ['Seller'],
				note: 'Call back on Friday',
				removeLabels: ['Buyer'],
			},
			options,
		},
	},
	'label.getAll': { parameters: listed },
	'message.getStatus': {
		prepare: sendTwo,
		parameters: { messageId: '={{ $json.messageId }}', options: { timeout: 10_000 } },
	},
	'message.scheduleTemplate': {
		parameters: { ...template, ...schedule },
		variants: [atATime, usingJson],
	},
	'message.scheduleText': {
		parameters: {
			phoneNumber: olivia,
			text: 'Still coming?',
			...schedule,
			additionalFields: noted,
			options: { ...options, linkPreview: true },
		},
		variants: [atATime],
	},
	'message.sendAudio': { parameters: media('note.mp3'), variants: [fromItem] },
	'message.sendDocument': {
		parameters: media('lease.pdf', { caption: 'To sign', fileName: 'lease.pdf' }),
		variants: [fromItem],
	},
	'message.sendImage': { parameters: media('house.jpg', { caption: 'The house' }), variants: [fromItem] },
	'message.sendTemplate': { parameters: template, variants: [usingJson] },
	'message.sendText': {
		parameters: {
			phoneNumber: olivia,
			text: 'See https://example.com',
			additionalFields: noted,
			options: { ...options, linkPreview: true },
		},
	},
	'message.sendVideo': { parameters: media('tour.mp4', { caption: 'A tour' }), variants: [fromItem] },
	'message.waitForDelivery': {
		prepare: sendTwo,
		parameters: {
			messageId: '={{ $json.messageId }}',
			waitFor: 'read',
			options: { maxWaitSeconds: 10, intervalSeconds: 1, timeout: 10_000 },
		},
	},
	'notifierMessage.send': {
		apiKey: keys.notifier,
		parameters: {
			phoneNumber: olivia,
			text: 'Your viewing is confirmed',
			additionalFields: { attachmentUrl: 'https://example.com/plan.pdf', filename: 'plan.pdf' },
			options: settings,
		},
	},
	'phoneNumber.getAll': { parameters: listed },
	'template.getAll': { parameters: { ...listed, returnAll: true, simplify: true } },
	'whatsAbleGroup.getAll': { apiKey: keys.whatsable, parameters: listed },
	'whatsAbleMessage.send': {
		apiKey: keys.whatsable,
		binary: { data: { ...file, data: 'JVBERiBsZWFzZQ==', id: undefined } },
		parameters: {
			phoneNumber: { __rl: true, mode: 'number', value: DEMO.whatsableNumbers[0] },
			text: 'New lead: Ada',
			additionalFields: { attachmentFile: 'data', attachmentUrl: '', filename: 'lease.pdf' },
			options: settings,
		},
	},
	'whatsAbleMessage.sendToGroup': {
		apiKey: keys.whatsable,
		parameters: {
			groupId: byId(DEMO.group.id),
			text: 'Team meeting at 9',
			options: { timeout: 10_000 },
		},
	},
	'whatsAbleNumber.getAll': { apiKey: keys.whatsable, parameters: listed },
};

/** Runs an example through n8n-core and says which requests it made. */
export async function runExample(
	sandbox: WhatsAbleSandbox,
	id: string,
	{ parameters, ...more }: WhatsAbleRun = {},
): Promise<{ run: NodeRun; requests: RecordedRequest[] }> {
	const example = examples[id];
	if (!example) throw new Error(`There is no example for ${id}`);
	const items = (await example.prepare?.(sandbox)) ?? [{}];
	const before = sandbox.requests.length;
	const run = await runWhatsAble(sandbox, id, {
		instanceUrl: 'https://n8n.example.com',
		binary: [example.binary ?? { data: mediaFor(id) }],
		...(example.apiKey ? { apiKey: example.apiKey } : {}),
		...more,
		parameters: { ...example.parameters, ...parameters },
		items,
	});
	return { run, requests: sandbox.requests.slice(before) };
}

const MIME_TYPES: Record<string, string> = {
	'message.sendAudio': 'audio/mpeg',
	'message.sendImage': 'image/jpeg',
	'message.sendVideo': 'video/mp4',
};

function mediaFor(id: string): IBinaryKeyData[string] {
	return { ...file, mimeType: MIME_TYPES[id] ?? file.mimeType };
}
