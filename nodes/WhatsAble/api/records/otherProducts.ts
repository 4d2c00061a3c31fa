import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import type { WhatsAbleClient } from '../client';
import { listing } from './lists';
import type { Sent } from './messages';
import { sent } from './messages';
import { phoneFrom } from '../phones';
import { scalarText } from '../responses/plain';
import { making } from '../../../core/operation/request';
import { sending } from '../request';

const postAsBot = sending('whatsAbleSend');
const postAsNotifier = sending('notifierSend');
const postToGroup = sending('whatsAbleGroupSend');

/** A message of the WhatsAble bot or of the Notifier. */
export interface BotMessage {
	/** E.164 */
	phone: string;
	text: string;
	/** A public URL; with WhatsAble also the file itself, in base64. */
	attachment?: string;
	filename?: string;
}

/** A WhatsApp group; only what is looked at, empty where WhatsAble does not tell it. */
export interface Group extends IDataObject {
	label_name: string;
	/** Its id. */
	value_for: string;
	/** The connected phone that is in it. */
	session_id: string;
}

/** Sends from the bot of WhatsAble to a number that is verified in the account. */
export const sendAsBot = making(
	postAsBot,
	[],
	async (api: WhatsAbleClient, { phone, ...message }: BotMessage): Promise<Sent> => {
		return sent(await postAsBot(api, { to: phone, ...message }), phone);
	},
);

/** Sends with the Notifier. */
export const sendAsNotifier = making(
	postAsNotifier,
	[],
	async (api: WhatsAbleClient, { phone, ...message }: BotMessage): Promise<Sent> => {
		return sent(await postAsNotifier(api, { phone, ...message }), phone);
	},
);

/** The numbers that the bot may write to. */
export const listWhatsAbleNumbers = listing<IDataObject>('whatsAbleNumbers', {
	scalar: 'phone_number',
	read: ({ phone_number: phone }) => ({ phone_number: phoneFrom(scalarText(phone)) }),
});

export const listGroups = listing<Group>('whatsAbleGroups', {
	under: 'groups',
	scalar: 'value_for',
	read: ({ label_name: name, value_for: id, session_id: session }) => ({
		label_name: scalarText(name),
		value_for: scalarText(id),
		session_id: scalarText(session),
	}),
});

/** Sends to a group, through the connected phone that is in it. */
export const sendToGroup = making(
	postToGroup,
	[listGroups],
	async (api: WhatsAbleClient, groupId: string, message: string): Promise<IDataObject> => {
		const groups = await listGroups(api);
		const group = groups.find(({ value_for: id }) => id === groupId);
		if (!group) {
			throw new Failure(
				`This WhatsAble account has no group "${groupId.slice(0, 60)}"`,
				`Choose it from the list. There are: ${groups.map(({ label_name: name, value_for: id }) => name || id).join(', ') || 'none'}.`,
				{ field: 'groupId' },
			);
		}
		if (group.session_id === '') {
			throw new Failure(
				`WhatsAble names no connected phone for the group "${group.label_name || groupId.slice(0, 60)}"`,
				'Connect a phone that is in the group again in the WhatsAble dashboard. Nothing was sent.',
				{ field: 'groupId' },
			);
		}
		const answer = await postToGroup(api, { groupId, message, session: group.session_id });
		return { ...answer, groupId };
	},
);
