import type { Replacement } from './forwarder';

/** What WhatsAble refuses with, in every place where it may stand. */
export const REFUSED_BECAUSE = 'The plan has ended';

const refusal = { success: false, message: REFUSED_BECAUSE };

const REFUSAL_BODIES: Record<string, unknown> = {
	'success: false': refusal,
	'success: "false"': { success: 'false', message: REFUSED_BECAUSE },
	'a list of one': [refusal],
	'a list in a list': [[refusal]],
	'JSON in JSON': JSON.stringify(refusal),
	'JSON in JSON in JSON': JSON.stringify(JSON.stringify(refusal)),
	'a list in JSON in JSON': JSON.stringify([refusal]),
	'JSON in JSON in a list': [JSON.stringify(refusal)],
	data: { data: refusal },
	'a list under data': { data: [refusal] },
	'JSON in data': { data: JSON.stringify(refusal) },
	error: { error: { code: 'invalid_request', message: REFUSED_BECAUSE } },
	'error as text': { error: REFUSED_BECAUSE },
	'JSON in error': { error: JSON.stringify({ message: REFUSED_BECAUSE }) },
	'a list under errors': { errors: [{ message: REFUSED_BECAUSE }] },
	response: { response: { success: false, error: { message: REFUSED_BECAUSE } } },
	'error below response below data': { data: { response: { error: { message: REFUSED_BECAUSE } } } },
	result: { result: refusal },
	"Xano's code": { code: 'ERROR_CODE_FATAL', message: REFUSED_BECAUSE, payload: '' },
	"Xano's code below data": { data: { code: 'ERROR_CODE_FATAL', message: REFUSED_BECAUSE } },
	"Meta's details": {
		success: false,
		whatsapp_response_info: { code: 100, message: '', error_data: { details: REFUSED_BECAUSE } },
	},
	'ok: false': { ok: false, message: REFUSED_BECAUSE },
	'status: error': { status: 'error', message: REFUSED_BECAUSE },
	text: `Error: ${REFUSED_BECAUSE}`,
	'a message that says so': { message: `Message sending failed | Reason: ${REFUSED_BECAUSE}` },
};

/** Refusals with status 200, by where they stand. */
export const REFUSALS: Record<string, Replacement> = replacementsOf(REFUSAL_BODIES);

/** Responses with status 200 that hint at a success and do not say it, or say two things. */
export const UNCLEAR: Record<string, Replacement> = replacementsOf({
	'success as text': { success: 'true' },
	'success as a number': { success: 1 },
	'success in a list': [{ success: true }],
	'success below data': { data: { success: true } },
	'another word for it': { ok: true },
	'a record': { id: 42, created_at: 1781537400000 },
	'a message that says nothing': { message: 'Received' },
	'no text in message': { message: null, success: null },
	'a list in message': { message: ['Message sent successfully'] },
	'success beside an error': { success: true, error: { message: 'Something is off' } },
	'success beside errors': { success: true, errors: ['Something is off'] },
	'success beside a refusal': { success: true, data: { success: false, message: 'Something is off' } },
	'success beside a text that denies it': { success: true, message: 'Message could not be delivered' },
	'success beside a status that denies it': { success: true, status: 'not_passed', id: null },
	'success of a message that failed': {
		success: true,
		whatsapp_response_info: { messages: [{ id: 'wamid.x', message_status: 'failed' }] },
	},
	'success beside what Meta refuses': {
		success: true,
		whatsapp_response_info: { code: 100, type: 'OAuthException', message: 'Something is off' },
	},
	...deniedSuccesses(),
	'a no as a number beside sent': { success: 0, status: 'sent' },
	'a no in words beside sent': { success: 'no', status: 'sent' },
	'a no as text beside sent': { success: '0', status: 'sent' },
	'sent beside a text that denies it': { status: 'sent', description: 'Quota exceeded' },
	'a list that denies it': { message: ['Message could not be sent'] },
	'a text that denies it': { message: 'Nothing was sent' },
	'another text that denies it': { message: 'No message was sent' },
	'no ids': { messaging_product: 'whatsapp', messages: [] },
	'no id': { messaging_product: 'whatsapp', messages: [{ id: null }] },
	'a message of nothing': { messaging_product: 'whatsapp', messages: [null] },
});

/** What may stand beside `success: true` and speaks against it. */
function deniedSuccesses(): Record<string, unknown> {
	const denials: unknown[] = [
		{ ok: 0 },
		{ Success: false },
		{ sent: false },
		{ delivered: 'no' },
		{ failed: 1, sent: 0 },
		{ status: 400 },
		{ statusCode: 403 },
		{ status_code: '500' },
		{ status: 'failed_to_send' },
		{ delivery_status: 'undelivered' },
		{ code: '131047' },
		{ code: 'invalid_template' },
		{ error_message: 'Something is off' },
		{ errorCode: 7 },
		{ Error: 'refused' },
		{ data: 'Error: not sent' },
		{ data: '{"success":false}' },
		{ response: 'Message could not be delivered' },
		{ result: 'failed' },
		{ description: 'Message was rejected by WhatsApp' },
		{ details: "The template wasn't sent" },
		{ payload: { success: false } },
		{ body: { error: 'Something is off' } },
		{ info: { success: false } },
		{ whatsapp: { error: { code: 7 } } },
		{ statuses: [{ status: 'failed' }] },
		{ message: ['Message could not be sent'] },
		{ message: { error: 'x' } },
		{ message: 'Nothing was sent' },
		{ message: 'No message was sent' },
		{ Message: 'Quota exceeded' },
	];
	return Object.fromEntries(
		denials.map((denial) => [
			`success beside ${JSON.stringify(denial)}`,
			{ success: true, ...(denial as object) },
		]),
	);
}

function replacementsOf(bodies: Record<string, unknown>): Record<string, Replacement> {
	const entries = Object.entries(bodies).map(([name, body]) => [
		name,
		{ status: 200, body: JSON.stringify(body) },
	]);
	return Object.fromEntries(entries) as Record<string, Replacement>;
}
