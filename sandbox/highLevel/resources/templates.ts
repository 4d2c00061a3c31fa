import { closedObject, count, filledText, flag } from '../../shared/jsonSchema';
import type { Resource } from '../kit/resource';

/** A template of a message. */
export interface TemplateRecord {
	id: string;
	locationId: string;
	name: string;
	type: 'sms' | 'email';
	/** Null for an SMS. */
	subject: string | null;
	/** Plain text of an SMS, HTML of an email. */
	content: string;
	deleted: boolean;
	dateAdded: string;
}

/** Source: official specifications, locations. `originId` is required and changes nothing: what an origin is, they do
 * not say. */
export const templates: Resource<TemplateRecord, 'welcomeText' | 'openHouseMail'> = {
	called: 'Template',
	path: '/locations/:locationId/templates',
	scope: 'locations/templates',
	under: 'locationId',
	empty: { subject: null, deleted: false, dateAdded: '2026-01-12T15:04:05.000Z' },
	view,
	answers: { many: (templates, { found }) => ({ templates, totalCount: found }) },
	list: {
		query: closedObject(
			{
				originId: filledText,
				deleted: flag,
				skip: count(0),
				limit: count(1),
				type: { type: 'string', enum: ['sms', 'email', 'whatsapp'] },
			},
			['originId'],
		),
		limit: 25,
		wanted: (template, { query: { deleted = false, type = template.type } }) =>
			template.deleted === deleted && template.type === type,
	},
	demo: {
		welcomeText: {
			id: 'tpWelcome000Z5a6B7c8',
			name: 'Welcome',
			type: 'sms',
			content:
				'Hi {{contact.first_name}}, thanks for your interest. We are here {{ custom_values.office_hours }}.',
		},
		openHouseMail: {
			id: 'tpOpenHouse0D9e0F1g2',
			name: 'Open house',
			type: 'email',
			subject: 'Our next open house',
			content: '<html><body><p>Book your visit: {{ custom_values.booking_link }}</p></body></html>',
		},
	},
};

/** Attachments are not kept. */
function view({ id, name, type, subject, content, dateAdded, locationId }: Readonly<TemplateRecord>): object {
	const common = { id, name, type, dateAdded, locationId };
	return type === 'sms'
		? { ...common, template: { body: content, attachments: [] }, urlAttachments: [] }
		: { ...common, template: { subject, attachments: [], html: content } };
}
