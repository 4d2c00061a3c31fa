import type { HighLevel } from '@gohighlevel/api-client';
import { DEMO, locationId } from '../support';
import { nobody } from './call';

type Options = Parameters<HighLevel['contacts']['getContact']>[1];

/** One call of the SDK for what a location sets up: what it gives, and how it is refused. */
export interface LocationCall {
	name: string;
	succeed: (sdk: HighLevel, options: Options) => Promise<unknown>;
	gives: object;
	fail: (sdk: HighLevel, options: Options) => Promise<unknown>;
	refusal: { statusCode: number; message: string };
	/** The SDK sends no OAuth token with it, since the specification names no scope for it. */
	withoutOAuth?: true;
}

const { northPier } = DEMO.businesses;
const { budget, documents } = DEMO.customFields;
const { officeHours } = DEMO.customValues;

const unknown = (kind: string) => ({ statusCode: 400, message: `${kind} with id nobody not found` });

export const businessCalls: LocationCall[] = [
	{
		name: 'businesses.createBusiness',
		succeed: ({ businesses }, options) =>
			businesses.createBusiness({ locationId, name: 'South Pier', city: 'New York' }, options),
		gives: { success: true, buiseness: { name: 'South Pier', city: 'New York' } },
		fail: ({ businesses }, options) => businesses.createBusiness({ locationId, name: '' }, options),
		refusal: { statusCode: 422, message: 'name should not be empty' },
	},
	{
		name: 'businesses.getBusiness',
		succeed: ({ businesses }, options) => businesses.getBusiness({ businessId: northPier }, options),
		gives: { business: { id: northPier, name: 'North Pier Holdings' } },
		fail: ({ businesses }, options) => businesses.getBusiness({ businessId: nobody }, options),
		refusal: unknown('Business'),
	},
	{
		name: 'businesses.getBusinessesByLocation',
		succeed: ({ businesses }, options) =>
			businesses.getBusinessesByLocation({ locationId, limit: '10' }, options),
		gives: { businesses: [{ id: northPier }] },
		fail: ({ businesses }, options) =>
			businesses.getBusinessesByLocation({ locationId: DEMO.otherLocationId }, options),
		refusal: { statusCode: 403, message: 'The token does not have access to this location.' },
	},
	{
		name: 'businesses.updateBusiness',
		succeed: ({ businesses }, options) =>
			businesses.updateBusiness({ businessId: northPier }, { name: 'North Pier' }, options),
		gives: { success: true, buiseness: { id: northPier, name: 'North Pier' } },
		fail: ({ businesses }, options) => businesses.updateBusiness({ businessId: nobody }, {}, options),
		refusal: unknown('Business'),
	},
	{
		name: 'businesses.deleteBusiness',
		succeed: ({ businesses }, options) => businesses.deleteBusiness({ businessId: northPier }, options),
		gives: { success: true },
		fail: ({ businesses }, options) => businesses.deleteBusiness({ businessId: nobody }, options),
		refusal: unknown('Business'),
	},
];

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

export const customFieldCalls: LocationCall[] = [
	{
		name: 'locations.createCustomField',
		succeed: ({ locations }, options) =>
			locations.createCustomField({ locationId }, { name: 'Pool Size', dataType: 'NUMERICAL' }, options),
		gives: { customField: { fieldKey: 'contact.pool_size', dataType: 'NUMERICAL' } },
		fail: ({ locations }, options) =>
			locations.createCustomField({ locationId }, { name: 'Budget', dataType: 'TEXT' }, options),
		refusal: { statusCode: 400, message: 'Custom field with key contact.budget already exists' },
	},
	{
		name: 'locations.updateCustomField',
		succeed: ({ locations }, options) =>
			locations.updateCustomField({ locationId, id: budget }, { name: 'Top Price' }, options),
		gives: { customField: { id: budget, name: 'Top Price', fieldKey: 'contact.budget' } },
		fail: ({ locations }, options) =>
			locations.updateCustomField({ locationId, id: nobody }, { name: 'Top Price' }, options),
		refusal: unknown('Custom field'),
	},
	{
		name: 'locations.deleteCustomField',
		succeed: ({ locations }, options) => locations.deleteCustomField({ locationId, id: budget }, options),
		gives: { succeded: true },
		fail: ({ locations }, options) => locations.deleteCustomField({ locationId, id: nobody }, options),
		refusal: unknown('Custom field'),
	},
	{
		name: 'locations.uploadFileCustomFields',
		succeed: ({ locations }, options) =>
			locations.uploadFileCustomFields({ locationId }, form(documents) as object, asForm(options)),
		gives: { meta: [{ fieldname: documents, originalname: 'list.csv', mimetype: 'text/csv', size: 3 }] },
		fail: ({ locations }, options) =>
			locations.uploadFileCustomFields({ locationId }, form(nobody) as object, asForm(options)),
		refusal: unknown('Contact, opportunity or custom field'),
	},
];

const value = { name: 'Slogan', value: 'Home is here' };

export const customValueCalls: LocationCall[] = [
	{
		name: 'locations.getCustomValues',
		succeed: ({ locations }, options) => locations.getCustomValues({ locationId }, options),
		gives: { customValues: [{ id: officeHours }, {}] },
		fail: ({ locations }, options) =>
			locations.getCustomValues({ locationId: DEMO.otherLocationId }, options),
		refusal: { statusCode: 403, message: 'The token does not have access to this location.' },
	},
	{
		name: 'locations.createCustomValue',
		succeed: ({ locations }, options) => locations.createCustomValue({ locationId }, value, options),
		gives: { customValue: { ...value, fieldKey: '{{ custom_values.slogan }}' } },
		fail: ({ locations }, options) =>
			locations.createCustomValue({ locationId }, { ...value, name: '' }, options),
		refusal: { statusCode: 422, message: 'name should not be empty' },
	},
	{
		name: 'locations.getCustomValue',
		succeed: ({ locations }, options) => locations.getCustomValue({ locationId, id: officeHours }, options),
		gives: { customValue: { id: officeHours, name: 'Office Hours' } },
		fail: ({ locations }, options) => locations.getCustomValue({ locationId, id: nobody }, options),
		refusal: unknown('Custom value'),
	},
	{
		name: 'locations.updateCustomValue',
		succeed: ({ locations }, options) =>
			locations.updateCustomValue({ locationId, id: officeHours }, value, options),
		gives: { customValue: { id: officeHours, ...value } },
		fail: ({ locations }, options) => locations.updateCustomValue({ locationId, id: nobody }, value, options),
		refusal: unknown('Custom value'),
	},
	{
		name: 'locations.deleteCustomValue',
		succeed: ({ locations }, options) =>
			locations.deleteCustomValue({ locationId, id: officeHours }, options),
		gives: { succeded: true },
		fail: ({ locations }, options) => locations.deleteCustomValue({ locationId, id: nobody }, options),
		refusal: unknown('Custom value'),
	},
];

export const lookupCalls: LocationCall[] = [
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
		name: 'opportunities.getPipelines',
		succeed: ({ opportunities }, options) => opportunities.getPipelines({ locationId }, options),
		gives: {
			pipelines: [
				{ id: DEMO.pipelines.buyers, name: 'Buyers' },
				{ id: DEMO.pipelines.sellers, name: 'Sellers' },
			],
		},
		fail: ({ opportunities }, options) =>
			opportunities.getPipelines({ locationId: DEMO.otherLocationId }, options),
		refusal: { statusCode: 403, message: 'The token does not have access to this location.' },
	},
	{
		name: 'users.getUser',
		succeed: ({ users }, options) => users.getUser({ userId: DEMO.users.ben }, options),
		gives: { id: DEMO.users.ben, firstName: 'Ben' },
		fail: ({ users }, options) => users.getUser({ userId: nobody }, options),
		refusal: unknown('User'),
	},
];
