import { byId } from '../../support/highLevel';
import { DEMO } from '../../support/whatsAble';
import type { WhatsAbleCase } from '../case';
import { fileOf, settings } from '../whatsAbleFields';

const apiKey = DEMO.keys.whatsable;

export const cases: Record<string, WhatsAbleCase> = {
	send: {
		example: {
			apiKey,
			binary: { data: { ...fileOf('application/pdf'), data: 'JVBERiBsZWFzZQ==', id: undefined } },
			parameters: {
				phoneNumber: { __rl: true, mode: 'number', value: DEMO.whatsableNumbers[0] },
				text: 'New lead: Ada',
				additionalFields: { attachmentFile: 'data', attachmentUrl: '', filename: 'lease.pdf' },
				options: settings,
			},
		},
		wrong: {
			parameters: {
				additionalFields: { attachmentFile: 'data', attachmentUrl: 'https://example.com/a.pdf' },
			},
			message: 'A message takes one attachment, and both a URL and a file are given',
			field: 'attachmentUrl',
		},
	},
	sendToGroup: {
		example: {
			apiKey,
			parameters: {
				groupId: byId(DEMO.group.id),
				text: 'Team meeting at 9',
				options: { timeout: 10_000 },
			},
		},
		wrong: {
			parameters: { groupId: byId('120363000000000009@g.us') },
			message: 'This WhatsAble account has no group "120363000000000009@g.us"',
			field: 'groupId',
		},
	},
};
