import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, filledText, flag, nullableText, text, texts } from '../../shared/jsonSchema';
import type { ApiVersion } from '../wire/versions';

const email: JsonSchema = { type: ['string', 'null'], format: 'email', refusal: 'must be an email' };
const dateOfBirth: JsonSchema = {
	type: ['string', 'null'],
	format: 'calendar-date',
	refusal: 'must be a valid date',
};
const country: JsonSchema = {
	type: 'string',
	pattern: '^[A-Z]{2}$',
	refusal: 'must be a valid ISO31661 Alpha2 code',
};

/** Source: official specifications; `value` is what public clients send and is accepted as well. The value's type
 * is not checked against the field's data type: the sources do not tell what would happen. */
const customFieldInput: JsonSchema = {
	...closedObject({ id: text, key: text, field_value: {}, fieldValue: {}, value: {} }),
	anyOf: [{ required: ['id'] }, { required: ['key'] }],
};

const dndSetting = closedObject(
	{ status: { type: 'string', enum: ['active', 'inactive', 'permanent'] }, message: text, code: text },
	['status'],
);

const DND_KEYS: Record<ApiVersion, readonly string[]> = {
	dated: ['Call', 'Email', 'SMS', 'WhatsApp', 'GMB', 'FB'],
	v3: ['call', 'email', 'sms', 'whatsApp', 'gmb', 'fb'],
};

const inboundDndSettings = closedObject({
	all: closedObject({ status: { type: 'string', enum: ['active', 'inactive'] }, message: text }, ['status']),
});

function commonFields(version: ApiVersion): Record<string, JsonSchema> {
	return {
		firstName: nullableText,
		lastName: nullableText,
		name: nullableText,
		email,
		phone: nullableText,
		address1: nullableText,
		city: nullableText,
		state: nullableText,
		postalCode: text,
		website: nullableText,
		timezone: nullableText,
		dnd: flag,
		dndSettings: closedObject(Object.fromEntries(DND_KEYS[version].map((channel) => [channel, dndSetting]))),
		inboundDndSettings,
		tags: texts,
		customFields: { type: 'array', items: customFieldInput },
		dateOfBirth,
		country,
	};
}

function createFields(version: ApiVersion): Record<string, JsonSchema> {
	return {
		...commonFields(version),
		locationId: filledText,
		gender: text,
		companyName: nullableText,
		source: text,
		assignedTo: text,
	};
}

const perVersion = (make: (version: ApiVersion) => JsonSchema): Record<ApiVersion, JsonSchema> => ({
	dated: make('dated'),
	v3: make('v3'),
});

export const createContactBody = perVersion((version) => closedObject(createFields(version), ['locationId']));

/** `additionalEmails` and `additionalPhones` can be read but not written, here or anywhere. */
export const updateContactBody = perVersion((version) =>
	closedObject({ ...commonFields(version), source: nullableText, assignedTo: nullableText }),
);

export const upsertContactBody = perVersion((version) =>
	closedObject({ ...createFields(version), createNewIfDuplicateAllowed: flag }, ['locationId']),
);

/** `additionalProperties` is closed although the specification's schema is empty: every other body is whitelisted.
 * 100 is the largest page that the sources show; no maximum is documented. Filters and sorts are checked where they
 * are compiled, because their refusals are 400. */
export const searchContactsBody = closedObject(
	{
		locationId: filledText,
		pageLimit: count(1, 100),
		page: count(1),
		searchAfter: { type: 'array' },
		query: text,
		filters: { type: 'array', items: { type: 'object' } },
		sort: { type: 'array', items: { type: 'object' } },
	},
	['locationId', 'pageLimit'],
);

export const listContactsQuery = closedObject({
	locationId: text,
	limit: count(1, 100),
	query: text,
	startAfter: { type: 'number' },
	startAfterId: text,
});

export const duplicateQuery = closedObject({ locationId: text, number: text, email: text });

export const businessContactsQuery: Record<ApiVersion, JsonSchema> = {
	dated: closedObject({ locationId: text, limit: count(1, 100), skip: count(0), query: text }),
	v3: closedObject({
		locationId: text,
		limit: count(1, 100),
		skip: count(0),
		query: text,
		startAfter: texts,
	}),
};

export const tagsBody = closedObject({ tags: texts }, ['tags']);

export const followersBody = closedObject({ followers: texts }, ['followers']);

export const addToCampaignBody = closedObject({});

export const workflowBody = closedObject({
	eventStartTime: { type: 'string', format: 'instant', refusal: 'must be a valid ISO 8601 date string' },
});

export const bulkTagsBody = closedObject(
	{ contacts: texts, tags: texts, locationId: filledText, removeAllTags: flag },
	['contacts', 'tags', 'locationId'],
);

/** The specification puts the limit of 50 on the length of an id; its text says that it means the number of ids. */
export const bulkBusinessBody = closedObject(
	{ locationId: filledText, ids: { ...texts, maxItems: 50 }, businessId: nullableText },
	['locationId', 'ids', 'businessId'],
);
