import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { MessageRecord } from '../../../../sandbox/highLevel/messages/records';
import { addMessage, conversationWith } from '../../../../sandbox/highLevel/messages/store';
import { DEMO } from '../../../support/highLevel';
import { storeContact } from '../../../support/sandboxRuns';

/** Somebody who can be reached on all channels. */
export function addPerson(sandbox: HighLevelSandbox, fields: object = {}): string {
	const number = sandbox.state.contacts.size;
	return storeContact(sandbox, {
		firstName: `Person ${number}`,
		email: `person${number}@mail.example`,
		phone: `+1212555${1000 + number}`,
		...fields,
	});
}

type Said = Partial<MessageRecord> & { body: string };

/** Stores a message of an SMS conversation, one that the contact wrote unless told. */
export function say(
	{ state }: HighLevelSandbox,
	contactId: string,
	{ channel = 'SMS', direction = 'inbound', ...said }: Said,
): Readonly<MessageRecord> {
	const conversation = conversationWith(state, { id: contactId, locationId: DEMO.locationId });
	return addMessage(state, conversation, { channel, direction, ...said });
}

/** All messages of the location, the oldest first. */
export function stored({ state }: HighLevelSandbox): Array<Readonly<MessageRecord>> {
	return state.messages.inGroup(DEMO.locationId);
}
