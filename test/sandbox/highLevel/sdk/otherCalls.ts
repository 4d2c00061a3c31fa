import type { HighLevel } from '@gohighlevel/api-client';
import { DEMO, locationId } from '../support';

type Options = Parameters<HighLevel['contacts']['getContact']>[1];

/** One call of the SDK that no case of the catalogue makes: what it gives, and how it is refused. */
export interface OtherCall {
	name: string;
	succeed: (sdk: HighLevel, options: Options) => Promise<unknown>;
	gives: object;
	fail: (sdk: HighLevel, options: Options) => Promise<unknown>;
	refusal: { statusCode: number; message: string };
	/** The SDK sends no OAuth token with it, since the specification names no scope for it. */
	withoutOAuth?: true;
}

const { lostReasons } = DEMO;
const { documents } = DEMO.customFields;

const search = { locationId, query: 'loft', limit: 20, page: 0, searchAfter: [] };
const additionalDetails = { notes: true, tasks: true, calendarEvents: true, unReadConversations: true };

/** As JSON, which the SDK sends unless told, the files of a form would be lost. */
const asForm = (options: Options): Options => ({
	...options,
	headers: { ...options?.headers, 'Content-Type': 'multipart/form-data' },
});

function form(id: string): FormData {
	const filled = new FormData();
	filled.append('id', id);
	filled.append('maxFiles', '1');
	filled.append(documents, new File(['a,b'], 'list.csv', { type: 'text/csv' }));
	return filled;
}

/** Those of opportunities are about the demo's. */
export const otherCalls: OtherCall[] = [
	{
		name: 'locations.uploadFileCustomFields',
		succeed: ({ locations }, options) =>
			locations.uploadFileCustomFields({ locationId }, form(documents) as object, asForm(options)),
		gives: { meta: [{ fieldname: documents, originalname: 'list.csv', mimetype: 'text/csv', size: 3 }] },
		fail: ({ locations }, options) =>
			locations.uploadFileCustomFields({ locationId }, form('nobody') as object, asForm(options)),
		refusal: {
			statusCode: 400,
			message: 'Contact, opportunity or custom field with id nobody not found',
		},
	},
	{
		name: 'locations.gETAllOrEmailSmsTemplates',
		succeed: ({ locations }, options) =>
			locations.gETAllOrEmailSmsTemplates({ locationId, originId: 'any', type: 'sms' }, options),
		gives: { templates: [{ id: DEMO.templates.welcomeText }], totalCount: 1 },
		fail: ({ locations }, options) =>
			locations.gETAllOrEmailSmsTemplates({ locationId, originId: 'any', type: 'fax' }, options),
		refusal: {
			statusCode: 422,
			message: 'type must be one of the following values: sms, email, whatsapp',
		},
	},
	{
		name: 'opportunities.searchOpportunitiesAdvanced',
		succeed: ({ opportunities }, options) =>
			opportunities.searchOpportunitiesAdvanced({ ...search, additionalDetails }, options),
		gives: { opportunities: [{ id: DEMO.opportunities.harborLoft, name: 'Harbor loft' }], total: 1 },
		fail: ({ opportunities }, options) =>
			opportunities.searchOpportunitiesAdvanced({ ...search, limit: 0, additionalDetails }, options),
		refusal: { statusCode: 422, message: 'limit must not be less than 1' },
	},
	{
		name: 'opportunities.getLostReason',
		succeed: ({ opportunities }, options) =>
			opportunities.getLostReason({ locationId, query: 'agent', getCount: true }, options),
		gives: { lostReasons: [{ id: lostReasons.otherAgent }], total: 1 },
		fail: ({ opportunities }, options) =>
			opportunities.getLostReason({ locationId: DEMO.otherLocationId }, options),
		refusal: { statusCode: 403, message: 'The token does not have access to this location.' },
	},
];
