import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../core/failure';
import type { WhatsAbleClient } from './client';
import { ENDPOINTS } from './endpoints';
import type { Sent } from './messages';
import { sent } from './messages';
import { phoneFrom } from './phones';

/** A message of the WhatsAble bot or of the Notifier. */
export interface BotMessage {
	/** E.164 */
	phone: string;
	text: string;
	/** A public URL; with WhatsAble also the file itself, in base64. */
	attachment?: string;
	filename?: string;
}

/** A WhatsApp group; only what is looked at. */
export interface Group extends IDataObject {
	label_name: string;
	/** Its id. */
	value_for: string;
	/** The connected phone that is in it. */
	session_id: string;
}

/** Sends from the bot of WhatsAble to a number that is verified in the account. */
export async function sendAsBot(api: WhatsAbleClient, { phone, ...message }: BotMessage): Promise<Sent> {
	return sent(await api.send<unknown>(ENDPOINTS.whatsAbleSend, { to: phone, ...message }), phone);
}

/** Sends with the Notifier. */
export async function sendAsNotifier(api: WhatsAbleClient, { phone, ...message }: BotMessage): Promise<Sent> {
	return sent(await api.send<unknown>(ENDPOINTS.notifierSend, { phone, ...message }), phone);
}

/** The numbers that the bot may write to. */
export async function listWhatsAbleNumbers(api: WhatsAbleClient): Promise<IDataObject[]> {
	const answer = await api.get<unknown>(ENDPOINTS.whatsAbleNumbers);
	if (!Array.isArray(answer)) throw api.notWhatsAble(ENDPOINTS.whatsAbleNumbers);
	return (answer as IDataObject[]).map((entry) => ({
		...entry,
		phone_number: phoneFrom(entry.phone_number),
	}));
}

export async function listGroups(api: WhatsAbleClient): Promise<Group[]> {
	const { groups } = (await api.get<{ groups?: Group[] } | null>(ENDPOINTS.whatsAbleGroups)) ?? {};
	if (!Array.isArray(groups)) throw api.notWhatsAble(ENDPOINTS.whatsAbleGroups);
	return groups;
}

/** Sends to a group, through the connected phone that is in it. */
export async function sendToGroup(
	api: WhatsAbleClient,
	groupId: string,
	message: string,
): Promise<IDataObject> {
	const groups = await listGroups(api);
	const group = groups.find(({ value_for: id }) => id === groupId);
	if (!group) {
		throw new Failure(
			`This WhatsAble account has no group "${groupId.slice(0, 60)}"`,
			`Choose it from the list. There are: ${groups.map(({ label_name: name }) => name).join(', ') || 'none'}.`,
			{ field: 'groupId' },
		);
	}
	const answer = await api.send<unknown>(ENDPOINTS.whatsAbleGroupSend, {
		groupId,
		message,
		session: group.session_id,
	});
	return { ...(typeof answer === 'object' && answer !== null ? answer : {}), groupId };
}
