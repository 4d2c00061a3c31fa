import type { IDataObject } from 'n8n-workflow';

import { deniesSuccess } from '../../../core/sending/denial';
import { isObject } from '../../../core/values/objects';
import { expanded, objectsIn, scalarText } from './plain';

/** A form of response that says that a request was carried out. */
export interface SuccessShape {
	/** As in the documentation. */
	shape: string;
	/** Where it is known from. */
	source: string;
	fits(body: IDataObject): boolean;
}

const SUCCESS = 'success: true';

const saysYes = ({ success }: IDataObject): boolean => success === true;

const SENT_TEXT = /^message (was |has been )?sent( successfully)?[.!]?$/i;

const saysSent = ({ message }: IDataObject): boolean => SENT_TEXT.test(scalarText(message));

const hasMessage = ({ messages }: IDataObject): boolean =>
	objectsIn(messages).some(({ id }) => typeof id === 'string' && id.trim() !== '');

const OF_META: SuccessShape = {
	shape: 'messages[].id',
	source: "Meta's reference of the Cloud API, to which WhatsAble passes the message on",
	fits: hasMessage,
};

const ZAPIER_SAMPLE = 'sample of all actions in the public code of the Zapier app 4.0.1';

const SENT_BY_NOTIFYER: SuccessShape[] = [
	{
		shape: SUCCESS,
		source: `public API description of Notifyer, with the id in whatsapp_response_info; ${ZAPIER_SAMPLE}`,
		fits: saysYes,
	},
	OF_META,
];

const REGISTERED: SuccessShape[] = [
	{
		shape: SUCCESS,
		source: 'credential test of the published n8n node, which takes success: false for a refusal',
		fits: saysYes,
	},
	{
		shape: 'id or hook_id',
		source: 'public code of the Zapier app, which keeps it as the id of the subscription',
		fits: ({ id, hook_id: hookId }) =>
			[id, hookId].some((one) => /^(?!-)[\w-]*[1-9a-z][\w-]*$/i.test(idText(one))),
	},
];

const idText = (id: unknown): string => (typeof id === 'string' || typeof id === 'number' ? String(id) : '');

/**
 * Which responses mean that a request was carried out, endpoint by endpoint; every other one leaves that unknown. A
 * shape that an account is found to answer with is added here, with its source.
 */
export const SUCCESS_SHAPES = {
	sendTemplate: SENT_BY_NOTIFYER,
	sendFreeForm: SENT_BY_NOTIFYER,
	whatsAbleSend: [
		{
			shape: SUCCESS,
			source: 'public API description of WhatsAble 2.0.0, with the id in details.messages',
			fits: saysYes,
		},
		{
			shape: 'message: "Message sent successfully"',
			source: 'sample in an earlier state of the Zapier app (creates/createMessage.js)',
			fits: saysSent,
		},
	],
	whatsAbleGroupSend: [
		{ shape: SUCCESS, source: ZAPIER_SAMPLE, fits: saysYes },
		{
			shape: 'status: "sent"',
			source: 'sample in an earlier state of the Zapier app (creates/sendSessionGroupMessage.js)',
			fits: ({ status }) => status === 'sent',
		},
	],
	notifierSend: [
		{
			shape: 'message: "Message sent successfully"',
			source: 'public API description of the Notifier, whose answer is one text',
			fits: saysSent,
		},
		{ shape: SUCCESS, source: ZAPIER_SAMPLE, fits: saysYes },
	],
	updateContact: [{ shape: SUCCESS, source: ZAPIER_SAMPLE, fits: saysYes }],
	registerIncoming: REGISTERED,
	registerBoth: REGISTERED,
	registerWhatsAble: REGISTERED,
	registerNotifier: REGISTERED,
} satisfies Record<string, SuccessShape[]>;

/** An endpoint that changes something, by its name among the endpoints. */
export type WritingEndpoint = keyof typeof SUCCESS_SHAPES;

/**
 * Whether a response says clearly that the request was carried out, and nothing in it speaks against that.
 *
 * @param sent the body of the request
 */
export function saysSuccess(
	endpoint: WritingEndpoint,
	body: unknown,
	sent?: IDataObject,
): body is IDataObject {
	if (!isObject(body) || deniesSuccess(expanded(body), { sent })) return false;
	return SUCCESS_SHAPES[endpoint].some(({ fits }) => fits(body));
}
