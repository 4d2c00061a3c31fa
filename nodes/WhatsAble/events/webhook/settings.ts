import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { settingReader } from '../../../core/operation/params';
import { isEmpty, listOf } from '../../../core/values/texts';
import type { Kind } from '../../api/records/webhooks';
import type { CommandSettings } from './commands';
import { commandSettingsOf } from './commands';
import type { Direction } from './message';
import { properties } from './properties';

/** Which messages start the workflow; an empty list lets all through. */
export interface Filters {
	direction?: Direction;
	messageTypes: string[];
	/** Label names, in lower case: the contact has one of them. */
	labels: string[];
	firstMessageOnly: boolean;
	/** Of messages of the business: written by a person, or by an automation. */
	sentBy?: 'human' | 'automation';
}

export interface Settings {
	kind: Kind;
	/** `manual`: a person enters the URL in WhatsAble's console. */
	registration: 'automatic' | 'manual';
	checksSignature: boolean;
	filters: Filters;
	/** `undefined` where commands are not looked for. */
	commands?: CommandSettings;
}

/** What the operator has set. */
export function settingsOf(context: IHookFunctions | IWebhookFunctions): Settings {
	const value = settingReader(context, properties);
	const both = value('messages', 'incoming') === 'incomingAndOutgoing';
	const byHand = value('registration', 'automatic') === 'manual';
	return {
		kind: both ? 'incomingAndOutgoing' : 'incoming',
		registration: byHand ? 'manual' : 'automatic',
		checksSignature: value('checkSignature', false) as boolean,
		filters: filtersOf(value('filters', {}) as IDataObject),
		...(value('recognizeCommands', false) === true
			? { commands: commandSettingsOf(value('commandOptions', {}) as IDataObject) }
			: {}),
	};
}

function filtersOf({ direction, messageTypes, labels, firstMessageOnly, sentBy }: IDataObject): Filters {
	return {
		...(isEmpty(direction) || direction === 'any' ? {} : { direction: direction as Direction }),
		...(isEmpty(sentBy) || sentBy === 'anyone' ? {} : { sentBy: sentBy as Filters['sentBy'] }),
		messageTypes: listOf(messageTypes, 'Message Types'),
		labels: listOf(labels, 'Labels').map((label) => label.toLowerCase()),
		firstMessageOnly: firstMessageOnly === true,
	};
}
