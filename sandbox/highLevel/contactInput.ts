import { toE164, toIsoDate } from '../shared/normalise';
import { unprocessable } from './wire/errors';
import type { ContactRecord, CustomFieldRecord, CustomFieldValue, DndSetting } from './state/records';
import { DND_CHANNELS } from './state/records';
import type { SandboxState } from './state/state';
import { DATED_CHANNELS } from './views/contact';

/** Fields that are stored as they are sent. */
const PLAIN = [
	'address1',
	'city',
	'state',
	'postalCode',
	'website',
	'timezone',
	'country',
	'gender',
	'companyName',
	'source',
	'assignedTo',
	'dnd',
	'inboundDndSettings',
] as const;

type Fields = Partial<ContactRecord>;

/**
 * Turns the body of a contact write into the fields to store; only what was sent appears.
 * @param before the stored contact, for an update
 * @throws ApiError 422 for a phone number that cannot exist
 */
export function contactFields(
	state: SandboxState,
	locationId: string,
	body: Readonly<Record<string, unknown>>,
	before?: Readonly<ContactRecord>,
): Fields {
	const fields: Record<string, unknown> = {};
	for (const name of PLAIN) if (name in body) fields[name] = emptyToNull(body[name]);
	Object.assign(fields, names(body));
	if ('email' in body) fields['email'] = emptyToNull((body['email'] as string | null)?.trim());
	if ('phone' in body) fields['phone'] = phone(state, locationId, body['phone'] as string | null);
	if ('dateOfBirth' in body) fields['dateOfBirth'] = dateOfBirth(body['dateOfBirth'] as string | null);
	if ('tags' in body) fields['tags'] = cleanTags(body['tags'] as string[]);
	if ('dndSettings' in body) {
		fields['dndSettings'] = {
			...before?.dndSettings,
			...channels(body['dndSettings'] as Record<string, DndSetting>),
		};
	}
	if ('customFields' in body) {
		fields['customFields'] = mergeCustomFields(
			state,
			locationId,
			'contact',
			before?.customFields ?? [],
			body['customFields'] as CustomFieldInput[],
		);
	}
	return fields as Fields;
}

/** Tags are trimmed and lower-cased, as the product is said to do (no official source), and listed once. */
export function cleanTags(tags: readonly string[]): string[] {
	return [...new Set(tags.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== ''))];
}

/** Makes the tags known to the location, as using a new tag on a contact does. */
export function registerTags(state: SandboxState, locationId: string, tags: readonly string[]): void {
	const known = new Set(state.tags.inGroup(locationId).map(({ name }) => name));
	for (const name of tags) {
		if (known.has(name)) continue;
		const id = state.newId();
		state.tags.set(id, { id, name, locationId });
	}
}

/** @throws ApiError 422 for a number that cannot exist */
export function phone(state: SandboxState, locationId: string, sent: string | null): string | null {
	if (sent === null || sent.trim() === '') return null;
	const normalised = toE164(sent, state.locations.get(locationId)?.country ?? 'US');
	if (normalised === undefined) throw unprocessable(['phone must be a valid phone number']);
	return normalised;
}

function emptyToNull(value: unknown): unknown {
	return value === '' || value === undefined ? null : value;
}

/** `name` is split at its first space where no first or last name is sent beside it. */
function names(body: Readonly<Record<string, unknown>>): Fields {
	const fields: Fields = {};
	const whole = typeof body['name'] === 'string' ? body['name'].trim() : body['name'];
	if (whole === null) Object.assign(fields, { firstName: null, lastName: null });
	if (typeof whole === 'string' && whole !== '') {
		const [first, ...rest] = whole.split(/\s+/);
		fields.firstName = first ?? null;
		fields.lastName = rest.join(' ') || null;
	}
	for (const part of ['firstName', 'lastName'] as const) {
		if (part in body) fields[part] = (body[part] as string | null)?.trim() || null;
	}
	return fields;
}

function dateOfBirth(sent: string | null): string | null {
	return sent === null ? null : (toIsoDate(sent) ?? null);
}

function channels(sent: Readonly<Record<string, DndSetting>>): Record<string, DndSetting> {
	const stored: Record<string, DndSetting> = {};
	for (const channel of DND_CHANNELS) {
		const setting = sent[channel] ?? sent[DATED_CHANNELS[channel]];
		if (setting) stored[channel] = setting;
	}
	return stored;
}

export interface CustomFieldInput {
	id?: string;
	key?: string;
	field_value?: unknown;
	fieldValue?: unknown;
	value?: unknown;
}

/**
 * Custom fields that are not sent keep their values; an empty value removes the field from the record.
 * A field that the location does not have is ignored. The sources are silent on all three.
 */
export function mergeCustomFields(
	state: SandboxState,
	locationId: string,
	model: CustomFieldRecord['model'],
	before: readonly CustomFieldValue[],
	sent: readonly CustomFieldInput[],
): CustomFieldValue[] {
	const values = new Map(before.map(({ id, value }) => [id, value]));
	for (const input of sent) {
		const field = findField(state, locationId, model, input);
		if (!field) continue;
		const value = storedValue(field.dataType, input.fieldValue ?? input.field_value ?? input.value);
		if (value === null) values.delete(field.id);
		else values.set(field.id, value);
	}
	return [...values].map(([id, value]) => ({ id, value }));
}

/** By id, or by key with or without its prefix. */
function findField(
	state: SandboxState,
	locationId: string,
	model: CustomFieldRecord['model'],
	{ id, key }: CustomFieldInput,
) {
	return state.customFields
		.inGroup(locationId)
		.find(
			(field) =>
				field.model === model &&
				(id !== undefined ? field.id === id : field.fieldKey === key || field.fieldKey === `${model}.${key}`),
		);
}

/** Numbers may be sent as text, and a single choice of several without a list around it. */
function storedValue(dataType: string, sent: unknown): unknown {
	if (sent === undefined || sent === null || sent === '' || (Array.isArray(sent) && sent.length === 0))
		return null;
	if (
		(dataType === 'NUMERICAL' || dataType === 'MONETORY') &&
		typeof sent === 'string' &&
		!Number.isNaN(Number(sent))
	) {
		return Number(sent);
	}
	if ((dataType === 'CHECKBOX' || dataType === 'MULTIPLE_OPTIONS') && !Array.isArray(sent)) return [sent];
	return sent;
}
