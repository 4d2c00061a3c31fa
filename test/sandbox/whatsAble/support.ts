import type { ContactRecord, WhatsAbleSandbox, WhatsAbleSandboxOptions } from '../../../sandbox/whatsAble';
import { DEMO, startWhatsAbleSandbox } from '../../../sandbox/whatsAble';

export { DEMO };

export const { contacts, keys, labels, templates } = DEMO;

export const N8N = '/api:ErOQ8pSj';
export const CHECK = '/api:gncnl2D6';
export const DEVELOPER = {
	templates: '/api:AFRA_QCy/get_templates',
	sendTemplate: '/api:hFrjh8a1/send_template_message_by_api',
	send: '/api:U9ztporN/send/message',
};
export const DASHBOARD = '/api/whatsapp/messages/v2.0.0';

export interface Answer {
	status: number;
	headers: Headers;
	/** The JSON body, or the text of another one. */
	body: ReturnType<typeof JSON.parse>;
}

/** Starts a sandbox that says nothing, and whose clock stands still until it is moved on; the caller closes it. */
export function start(options: WhatsAbleSandboxOptions = {}): Promise<WhatsAbleSandbox> {
	return startWhatsAbleSandbox({ quiet: true, stopClock: true, ...options });
}

/** One request over real HTTP, with Notifyer's key raw in `Authorization` unless told. */
export async function call(
	sandbox: WhatsAbleSandbox,
	method: string,
	path: string,
	body?: unknown,
	authorization: string | null = keys.notifyer,
): Promise<Answer> {
	const response = await fetch(sandbox.url + path, {
		method,
		headers: {
			...(authorization === null ? {} : { Authorization: authorization }),
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
		},
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.includes('json');
	return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

export function control(
	sandbox: WhatsAbleSandbox,
	method: string,
	path: string,
	body?: unknown,
): Promise<Answer> {
	return call(sandbox, method, `/__sandbox${path}`, body, null);
}

export function sendTemplate(
	sandbox: WhatsAbleSandbox,
	templateId: string,
	variables: Record<string, string>,
	more: Record<string, unknown> = {},
): Promise<Answer> {
	const body = { templateId, variables, phone_number: contacts.olivia, note: '', labels: [], ...more };
	return call(sandbox, 'POST', `${N8N}/n8n/messages/send`, body);
}

export function sendText(
	sandbox: WhatsAbleSandbox,
	to: string,
	text = 'Hello',
	more: Record<string, unknown> = {},
): Promise<Answer> {
	return sendFreeForm(sandbox, { to, type: 'text', text: { body: text, preview_url: false }, ...more });
}

/** A free-form message to somebody whose window is open, with what the published node always sends. */
export function sendFreeForm(sandbox: WhatsAbleSandbox, body: Record<string, unknown>): Promise<Answer> {
	return call(sandbox, 'POST', `${N8N}/n8n/messages/general/send`, {
		to: contacts.olivia,
		recipient_type: 'individual',
		messaging_product: 'whatsapp',
		labels: [],
		...body,
	});
}

/** The id of what was sent. */
export function wamidOf({ status, body }: Answer): string {
	if (status !== 200 || body.success !== true) throw new Error(`Not sent: ${JSON.stringify(body)}`);
	return body.whatsapp_response_info.messages[0].id as string;
}

export function contactOf(sandbox: WhatsAbleSandbox, phone: string): Readonly<ContactRecord> {
	const contact = sandbox.state.contact('notifyer', phone);
	if (!contact) throw new Error(`No contact ${phone}`);
	return contact;
}

/** The texts of a conversation of Notifyer, oldest first. */
export function textsWith(sandbox: WhatsAbleSandbox, phone: string): string[] {
	return sandbox.state.conversation(`notifyer/${phone}`).map(({ text }) => text);
}
