import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import { dateTimeOf } from '../../../core/values/dates';
import { emailOf } from '../../../core/values/emails';
import { ownValue } from '../../../core/values/ownValue';
import { phoneAsWritten, toE164 } from '../../../core/values/phones';
import { isEmpty, listOf, textOf } from '../../../core/values/texts';
import type { Outgoing } from '../../api/conversations/message';
import type { MessageType } from '../../api/conversations/channels';

/** A message but for who gets it and for its files. */
export type Content = Omit<Outgoing, 'attachments' | 'contactId'>;

/** The message that the editor's parameters describe, with what fits its channel. Throws a `Failure`. */
export function contentOf(params: Params): Content {
	const type = params.filled('type') as MessageType;
	const given = params.collection('additionalFields');
	const text = (name: string) => textOf(ownValue(given, name), params.label(name)) || undefined;
	const isEmail = type === 'Email';
	return present({
		type,
		...(isEmail ? emailFieldsOf(params, given) : { message: params.text('message') || undefined }),
		conversationProviderId:
			type === 'Custom' ? params.filled('conversationProviderId') : text('conversationProviderId'),
		...(['RCS', 'SMS', 'WhatsApp'].includes(type)
			? { fromNumber: phoneIn(params, given, 'fromNumber'), toNumber: phoneIn(params, given, 'toNumber') }
			: {}),
		replyMessageId: text('replyMessageId'),
		templateId: text('templateId'),
		scheduledTimestamp: scheduledIn(params, given.scheduledTimestamp),
	});
}

function emailFieldsOf(params: Params, given: Record<string, unknown>) {
	const text = (name: string) => textOf(ownValue(given, name), params.label(name)) || undefined;
	const addresses = (name: string) => {
		const label = params.label(name);
		const all = listOf(ownValue(given, name), label).map((one) => emailOf(one, label));
		return all.length > 0 ? all : undefined;
	};
	return {
		subject: params.text('subject') || undefined,
		html: params.text('html') || undefined,
		message: textOf(given.message, 'Plain Text') || undefined,
		emailFrom: text('emailFrom'),
		emailTo: isEmpty(given.emailTo) ? undefined : emailOf(given.emailTo, params.label('emailTo')),
		emailCc: addresses('emailCc'),
		emailBcc: addresses('emailBcc'),
		emailReplyMode: text('emailReplyMode'),
		threadId: text('threadId'),
	};
}

function phoneIn(params: Params, given: Record<string, unknown>, name: string): string | undefined {
	const value = ownValue(given, name);
	if (isEmpty(value)) return undefined;
	const written = phoneAsWritten(value, params.label(name));
	return toE164(written) ?? written;
}

/** HighLevel takes seconds. A time that is over would be sent at once, or never. */
function scheduledIn(params: Params, value: unknown): number | undefined {
	if (isEmpty(value)) return undefined;
	const label = params.label('scheduledTimestamp');
	const at = Date.parse(dateTimeOf(value, label, params.timezone));
	if (at > Date.now()) return Math.floor(at / 1000);
	throw new Failure(
		`"${label}" is over: ${new Date(at).toISOString()}`,
		'Map a time in the future, or leave it empty to send the message now.',
		{ field: 'scheduledTimestamp' },
	);
}

function present<T extends object>(fields: T): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** Throws a `Failure` for a message with nothing in it. */
export function refuseEmpty(params: Params, content: Content, files: number): void {
	const { type, message, html, subject, templateId } = content;
	if (type === 'Email' && !subject) throw empty('subject', params);
	if (!message && !html && !templateId && files === 0) {
		throw empty(type === 'Email' ? 'html' : 'message', params);
	}
}

function empty(name: string, params: Params): Failure {
	const label = params.label(name);
	return new Failure(`"${label}" is empty`, `Map a value to "${label}". Nothing was sent.`, { field: name });
}
