import type { IDataObject } from 'n8n-workflow';

import type { FieldChanges } from '../../../core/changes';
import { changesOf } from '../../../core/changes';
import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { afterDone } from '../../../core/sending/done';
import { isObject } from '../../../core/values/objects';
import { ownValue } from '../../../core/values/ownValue';
import { isEmpty, plainText } from '../../../core/values/texts';
import type { HighLevelClient } from '../client';
import type { Contact } from './contact';
import { getContact, putContact } from './contacts';

/** What a contact allows on one channel; `active` means: do not disturb. */
export interface DndSetting {
	status: string;
	message?: string;
	code?: string;
}

/** Channel -> setting. */
type DndSettings = Record<string, DndSetting>;

/** The channels that HighLevel takes. Source: official specifications, contacts, `DndSettingsSchema`. */
const CHANNELS = ['Call', 'Email', 'SMS', 'WhatsApp', 'GMB', 'FB'];

/** What a contact allows, and what was changed of it. */
export interface WrittenDnd extends IDataObject {
	contactId: string;
	outcome: 'unchanged' | 'updated' | 'wouldUpdate';
	/** `dndSettings.<channel>`, and `dnd` where HighLevel has changed that too. */
	changedFields: string[];
	/** Channels that HighLevel has accepted and not stored; left out where there is none. */
	ignoredFields?: string[];
	/** Whether nothing may be sent on any channel. */
	dnd: boolean;
	dndSettings: IDataObject;
}

/**
 * Sets Do Not Disturb for some channels of a contact, and leaves the others as they are: whether HighLevel replaces all
 * of them or merges is not documented, so it gets all of them. A channel that is `permanent` is on already. Throws a
 * `Failure` where one would be switched off that is permanent.
 */
export const setDoNotDisturb = making(
	putContact,
	[getContact],
	async (
		api: HighLevelClient,
		contactId: string,
		wanted: DndSettings,
		{ overwritePermanent }: { overwritePermanent: boolean },
	): Promise<WrittenDnd> =>
		await api.alone(contactId, async () => {
			const before = await getContact(api, contactId);
			const had = settingsOf(before);
			if (!overwritePermanent) refusePermanent(contactId, had, wanted);
			const settings = { ...had, ...changedIn(had, wanted) };
			const changed = Object.keys(wanted).filter((channel) => !isSame(had, settings, channel));
			if (changed.length === 0) return written(contactId, 'unchanged', before, before);
			const planned = { ...before, dndSettings: settings as unknown as IDataObject };
			if (api.isDryRun) return written(contactId, 'wouldUpdate', before, planned, before);
			// HighLevel may show channels that it does not take.
			const sent = Object.fromEntries(Object.entries(settings).filter(([name]) => CHANNELS.includes(name)));
			const after = await shown(api, contactId, await putContact(api, contactId, { dndSettings: sent }));
			const result = written(contactId, 'updated', before, after);
			const has = settingsOf(after);
			const ignored = changed.filter((channel) => !isSame(has, settings, channel));
			const ignoredFields = ignored.map((channel) => `dndSettings.${channel}`);
			return { ...result, ...(ignored.length > 0 ? { ignoredFields } : {}) };
		}),
);

/** The contact after the write; read where the answer leaves its channels out. */
async function shown(api: HighLevelClient, contactId: string, answer: Contact): Promise<Contact> {
	if (isObject(answer.dndSettings)) return answer;
	const done = {
		what: `Do Not Disturb of contact ${contactId} was written`,
		missing: 'but what HighLevel stored of it is not known',
		details: { contactId, mayHaveHappened: true },
	};
	return await afterDone(done, async () => await getContact(api, contactId));
}

function settingsOf({ dndSettings }: Contact): DndSettings {
	if (!isObject(dndSettings)) return {};
	const entries = Object.entries(dndSettings as Record<string, unknown>).flatMap(([channel, setting]) => {
		if (!isObject(setting) || isEmpty(setting.status)) return [];
		const [status, message, code] = [setting.status, setting.message, setting.code].map(plainText);
		const texts = { status: status ?? '', ...(message ? { message } : {}), ...(code ? { code } : {}) };
		return [[channel, texts] as const];
	});
	return Object.fromEntries(entries);
}

/** The wanted settings; message and code stay where none is given, and so does what is permanent already. */
function changedIn(had: DndSettings, wanted: DndSettings): DndSettings {
	const entries = Object.entries(wanted).map(([channel, setting]) => {
		const current = ownValue(had, channel);
		const isOnAlready = current?.status === PERMANENT && setting.status === 'active';
		return [channel, isOnAlready ? current : { ...current, ...setting }] as const;
	});
	return Object.fromEntries(entries);
}

function isSame(some: DndSettings, others: DndSettings, channel: string): boolean {
	const [a, b] = [ownValue(some, channel), ownValue(others, channel)];
	return (['status', 'message', 'code'] as const).every((name) => (a?.[name] ?? '') === (b?.[name] ?? ''));
}

const PERMANENT = 'permanent';

function refusePermanent(contactId: string, had: DndSettings, wanted: DndSettings): void {
	const channels = Object.entries(wanted)
		.filter(([channel, { status }]) => status === 'inactive' && ownValue(had, channel)?.status === PERMANENT)
		.map(([channel]) => channel);
	if (channels.length === 0) return;
	throw new Failure(
		`Do Not Disturb is permanent for ${channels.join(', ')} of contact ${contactId}`,
		'Nothing was changed. The contact has unsubscribed, or a user has switched it on permanently. To switch it off all the same, choose Overwrite under Options > If Permanent.',
		{ field: 'dndSettings', contactId },
	);
}

/** @param now the contact as it is; as after the write, unless told */
function written(
	contactId: string,
	outcome: WrittenDnd['outcome'],
	before: Contact,
	after: Contact,
	now = after,
): WrittenDnd {
	const [had, has] = [settingsOf(before), settingsOf(after)];
	const channels = [...new Set([...Object.keys(had), ...Object.keys(has)])];
	const changedChannels = channels.filter((channel) => !isSame(had, has, channel));
	const isOtherDnd = (before.dnd ?? false) !== (after.dnd ?? false);
	const changedFields = [
		...changedChannels.map((channel) => `dndSettings.${channel}`),
		...(isOtherDnd ? ['dnd'] : []),
	];
	const valueIn = (contact: Contact, settings: DndSettings) => (name: string) =>
		name === 'dnd' ? (contact.dnd ?? false) : ownValue(settings, name.replace('dndSettings.', ''));
	const changes: FieldChanges = changesOf(changedFields, valueIn(before, had), valueIn(after, has));
	return {
		contactId,
		outcome: changedFields.length > 0 ? outcome : 'unchanged',
		changedFields,
		changes: changes as unknown as IDataObject,
		dnd: now.dnd === true,
		dndSettings: isObject(now.dndSettings) ? now.dndSettings : {},
	};
}
