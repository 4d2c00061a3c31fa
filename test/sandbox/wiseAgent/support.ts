import type { WiseAgentSandbox, WiseAgentSandboxOptions } from '../../../sandbox/wiseAgent';
import { DEMO, startWiseAgentSandbox } from '../../../sandbox/wiseAgent';

export { DEMO };
export type { WiseAgentSandbox };

export interface Answer {
	status: number;
	headers: Headers;
	/** As it came. */
	text: string;
	/** The text as JSON; undefined where it is none. */
	body: ReturnType<typeof JSON.parse>;
}

export type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Parameters of a request; what is undefined is left out. */
export type Sent = Readonly<Record<string, string | number | undefined>>;

export interface CallOptions {
	token?: string | null;
	/** Where the request type and the parameters go: the query for GET and DELETE, else the form, unless told. */
	place?: 'query' | 'form';
}

/** Starts a sandbox without contacts that says nothing; the caller closes it. */
export function start(options: WiseAgentSandboxOptions = {}): Promise<WiseAgentSandbox> {
	return startWiseAgentSandbox({ quiet: true, empty: true, ...options });
}

/** One request over real HTTP, with the demo's token unless told. */
export async function call(
	sandbox: WiseAgentSandbox,
	verb: Verb,
	requestType: string | null,
	parameters: Sent = {},
	{ token = DEMO.accessToken, place }: CallOptions = {},
): Promise<Answer> {
	const where = place ?? (verb === 'GET' || verb === 'DELETE' ? 'query' : 'form');
	const all = { ...(requestType === null ? {} : { requestType }), ...parameters };
	const entries = Object.entries(all).flatMap(([name, value]): Array<[string, string]> =>
		value === undefined ? [] : [[name, String(value)]],
	);
	const sent = new URLSearchParams(entries).toString();
	const address = `${sandbox.url}/http/webconnect.asp`;
	const response = await fetch(where === 'query' ? `${address}?${sent}` : address, {
		method: verb,
		headers: {
			...(token === null ? {} : { Authorization: `Bearer ${token}` }),
			'Content-Type': 'application/x-www-form-urlencoded',
		},
		...(where === 'form' ? { body: sent } : {}),
	});
	return answerOf(response);
}

export async function answerOf(response: Response): Promise<Answer> {
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, body: jsonOf(text) };
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** One request to the sandbox's own controls. */
export async function control(
	sandbox: WiseAgentSandbox,
	method: string,
	path: string,
	body?: unknown,
): Promise<Answer> {
	const response = await fetch(`${sandbox.url}/__sandbox${path}`, {
		method,
		...(body === undefined
			? {}
			: { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
	});
	return answerOf(response);
}

/** Creates a contact over HTTP. @returns its ClientID */
export async function webcontact(sandbox: WiseAgentSandbox, fields: Sent = {}): Promise<number> {
	const sent = { CFirst: 'Ada', CLast: 'King', Source: 'Website', ...fields };
	const { body, text } = await call(sandbox, 'POST', 'webcontact', sent);
	if (body?.success !== 'true') throw new Error(`Could not create a contact: ${text}`);
	return body.data.ClientID as number;
}

/** A contact as getSingleContact answers it. */
export async function contactOf(sandbox: WiseAgentSandbox, clientID: number) {
	const { body } = await call(sandbox, 'GET', 'getSingleContact', { clientID });
	return body[0] as Record<string, unknown>;
}
