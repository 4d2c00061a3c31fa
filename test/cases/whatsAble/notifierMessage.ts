import { DEMO } from '../../support/whatsAble';
import type { WhatsAbleCase } from '../case';
import { notAPhone, settings } from '../whatsAbleFields';

export const cases: Record<string, WhatsAbleCase> = {
	send: {
		example: {
			apiKey: DEMO.keys.notifier,
			parameters: {
				phoneNumber: DEMO.contacts.olivia,
				text: 'Your viewing is confirmed',
				additionalFields: { attachmentUrl: 'https://example.com/plan.pdf', filename: 'plan.pdf' },
				options: settings,
			},
		},
		wrong: notAPhone,
	},
};
