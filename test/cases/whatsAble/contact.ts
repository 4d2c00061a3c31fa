import { DEMO } from '../../support/whatsAble';
import type { WhatsAbleCase } from '../case';
import { notAPhone, options, settings } from '../whatsAbleFields';

const { olivia } = DEMO.contacts;

export const cases: Record<string, WhatsAbleCase> = {
	removeAllLabels: {
		example: { parameters: { phoneNumber: olivia, options: settings } },
		wrong: notAPhone,
	},
	upsert: {
		example: {
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
		wrong: {
			parameters: { additionalFields: { labels: ['Buyer'], removeLabels: ['Buyer'] } },
			message: 'The same label is to be added and removed: Buyer',
			field: 'removeLabels',
		},
	},
};
