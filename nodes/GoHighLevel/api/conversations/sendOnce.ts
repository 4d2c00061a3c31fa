import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import type { Effect } from '../../../core/heldBack';
import { notSentAgain, perhapsSent } from '../../../core/sending/unanswered';
import { shortHash } from '../../../core/values/shortHash';
import type { Path } from '../../../core/sending/path';
import type { HighLevelClient } from '../client';
import { createOnce } from '../creating';
import type { Candidate } from './lost';
import type { Sent } from './message';
import { sentIn } from './message';

/** A message that is sent or added, and how it is known again when the response is lost. */
export interface Once {
	path: Path;
	body: IDataObject & { contactId: string; type: string };
	/** What a dry run says of it. */
	effect: Effect;
	/** As in texts: "the SMS to contact abc may have been sent". */
	mayBe: string;
	/** What is in the conversation. */
	list: () => Promise<Candidate[]>;
	isSame: (found: Candidate) => boolean;
	isOther: (found: Candidate) => boolean;
	/** When it was added (ISO 8601), where that is not what it says. */
	addedAt?: (found: Candidate) => unknown;
}

/**
 * Sends a message, once: it is never repeated when the response is lost. Then it is looked for in the conversation, and
 * taken for sent where exactly one message is there that is new and has what was sent. Else it ends with an error that
 * says that nobody knows, and names contact and channel.
 */
export async function sendOnce(api: HighLevelClient, message: Once): Promise<Sent> {
	const { path, body, mayBe, list, isSame, isOther, addedAt = ({ addedAt: at }) => at } = message;
	const { contactId, type } = body;
	const sent = createOnce<Candidate>(api, {
		path,
		among: contactId,
		body,
		recordIn: sentIn,
		list,
		isSame,
		isOther,
		addedAt,
		effect: message.effect,
		once: shortHash(JSON.stringify([path.route, body])),
	});
	const result = await sent.catch((error: unknown) => {
		if (!(error instanceof Failure) || !error.details.mayHaveHappened) throw error;
		const failure = perhapsSent(error, {
			mayBe,
			remedy: `Whether it was is not known. ${notSentAgain('in the conversation of the contact in HighLevel')}`,
		});
		throw new Failure(failure.message, failure.remedy, { ...failure.details, contactId, type });
	});
	const { id, messageId = id, emailMessageId, conversationId, status } = result;
	const known = { messageId, emailMessageId, conversationId, status };
	return { id, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) };
}
