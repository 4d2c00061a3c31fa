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
export const templates: Resource<TemplateRecord> = {
	called: 'Template',
	path: '/locations/:locationId/templates',
	scope: 'locations/templates',
	under: 'locationId',
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
};

/** Attachments are not kept. */
function view({ id, name, type, subject, content, dateAdded, locationId }: Readonly<TemplateRecord>): object {
	const common = { id, name, type, dateAdded, locationId };
	return type === 'sms'
		? { ...common, template: { body: content, attachments: [] }, urlAttachments: [] }
		: { ...common, template: { subject, attachments: [], html: content } };
}
