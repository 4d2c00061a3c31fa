import { isObject } from '../../../core/values/objects';
import { ownValue } from '../../../core/values/ownValue';
import type { Contact } from '../contacts/contact';
import type { MessageType } from './channels';
import { channelOf } from './channels';

/** What a setting says that forbids messages; `permanent` is set where a person unsubscribed. */
const ON = ['active', 'permanent'];

/**
 * Why a contact must not get a message of this type; `undefined` where it may. Source: official specifications,
 * contacts: `active` means that Do Not Disturb is on.
 */
export function disturbanceOf({ dnd, dndSettings }: Contact, type: MessageType): string | undefined {
	if (dnd === true) return 'Do Not Disturb is on for all channels';
	const { name = type, dnd: settings = [] } = channelOf(type) ?? {};
	const isOn = settings.some((setting) => {
		const found: unknown = isObject(dndSettings) ? ownValue(dndSettings, setting) : undefined;
		return isObject(found) && ON.includes(String(found.status));
	});
	return isOn ? `Do Not Disturb is on for ${name}` : undefined;
}

/** HighLevel's own refusals of a message to a contact who wants none. Source: refusals as public clients report them. */
export const REFUSED_DISTURBANCE = /DND is active|has unsubscribed/i;
