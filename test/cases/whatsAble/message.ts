import type { IDataObject } from 'n8n-workflow';

import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import { byId } from '../../support/highLevel';
import { DEMO, succeed } from '../../support/whatsAble';
import type { WhatsAbleCase, WhatsAbleExample } from '../case';
import { preparedText } from '../prepared';
import { fileOf, notAPhone, options } from '../whatsAbleFields';
import { wrongTimeout } from '../wrongValues';

const { olivia } = DEMO.contacts;

const noted = { labels: ['Seller', 'VIP'], note: 'Met at the open house' };

function media(name: string, mimeType: string, additionalFields: IDataObject = {}): WhatsAbleExample {
	return {
		binary: { data: fileOf(mimeType) },
		parameters: {
			phoneNumber: olivia,
			source: 'url',
			url: `https://example.com/${name}`,
			binaryProperty: 'data',
			additionalFields: { ...noted, ...additionalFields },
			options,
		},
	};
}

const fromItem = [{ parameters: { source: 'binary' } }];

const notPublic = {
	parameters: { url: 'ftp://example.com/a' },
	message: '"URL" must be a public address that begins with https://: ftp://example.com/a',
	field: 'URL',
};

const template: IDataObject = {
	phoneNumber: olivia,
	templateId: byId(DEMO.templates.welcome),
	variablesInput: 'fields',
	variables: { mappingMode: 'defineBelow', value: { body1: 'Olivia' } },
	variablesJson: '{"body1": "Olivia"}',
	additionalFields: noted,
	options,
};

const usingJson = { parameters: { variablesInput: 'json' } };

const schedule: IDataObject = {
	when: 'relative',
	delay: 2,
	delayUnit: 'hours',
	sendAt: '2099-07-01T09:30:00',
	timeZone: 'America/New_York',
	conditions: { replyCondition: 'never', labelCondition: 'not', conditionLabels: ['Do Not Disturb'] },
};

const atATime = { parameters: { when: 'specific' } };

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

export const cases: Record<string, WhatsAbleCase> = {
	getStatus: {
		example: {
			prepare: sendTwo,
			parameters: { messageId: preparedText('messageId'), options: { timeout: 10_000 } },
		},
		wrong: {
			...wrongTimeout(0),
			message: '"Timeout" must be a number of milliseconds, 1 or more [item 0]',
		},
	},
	scheduleTemplate: {
		example: { parameters: { ...template, ...schedule } },
		variants: [atATime, usingJson],
		wrong: {
			parameters: { delay: 0 },
			message: '"Delay" must be a whole number of 1 or more',
			field: 'delay',
		},
	},
	scheduleText: {
		example: {
			parameters: {
				phoneNumber: olivia,
				text: 'Still coming?',
				...schedule,
				additionalFields: noted,
				options: { ...options, linkPreview: true },
			},
		},
		variants: [atATime],
		wrong: {
			parameters: { when: 'specific', sendAt: 'tomorrow' },
			message: '"Send At" is not a date: tomorrow',
			field: 'Send At',
		},
	},
	sendAudio: { example: media('note.mp3', 'audio/mpeg'), variants: fromItem, wrong: notPublic },
	sendDocument: {
		example: media('lease.pdf', 'application/pdf', { caption: 'To sign', fileName: 'lease.pdf' }),
		variants: fromItem,
		wrong: notPublic,
	},
	sendImage: {
		example: media('house.jpg', 'image/jpeg', { caption: 'The house' }),
		variants: fromItem,
		wrong: {
			parameters: { source: 'binary', binaryProperty: 'photo' },
			message: 'This item has no file "photo" for "Input Data Field Name"',
			field: 'Input Data Field Name',
		},
	},
	sendTemplate: {
		example: { parameters: template },
		variants: [usingJson],
		wrong: {
			parameters: { variables: { mappingMode: 'defineBelow', value: { body7: 'Olivia' } } },
			message: 'The template "welcome_lead" has no variable body7',
			field: 'body7',
		},
	},
	sendText: {
		example: {
			parameters: {
				phoneNumber: olivia,
				text: 'See https://example.com',
				additionalFields: noted,
				options: { ...options, linkPreview: true },
			},
		},
		wrong: notAPhone,
	},
	sendVideo: {
		example: media('tour.mp4', 'video/mp4', { caption: 'A tour' }),
		variants: fromItem,
		wrong: notPublic,
	},
	waitForDelivery: {
		example: {
			prepare: sendTwo,
			parameters: {
				messageId: preparedText('messageId'),
				waitFor: 'read',
				options: { maxWaitSeconds: 10, intervalSeconds: 1, timeout: 10_000 },
			},
		},
		wrong: {
			parameters: { options: { maxWaitSeconds: 0 } },
			message: '"Max Wait (Seconds)" must be a number of 1 or more [item 0]',
			field: 'maxWaitSeconds',
		},
	},
};
