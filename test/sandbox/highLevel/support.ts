import type { HighLevelSandbox, HighLevelSandboxOptions } from '../../../sandbox/highLevel';
import { DEMO, startHighLevelSandbox } from '../../../sandbox/highLevel';

export { DEMO };

export const { locationId } = DEMO;

export interface Answer {
	status: number;
	headers: Headers;
	/** The JSON body as it came. */
	body: ReturnType<typeof JSON.parse>;
}

export interface CallOptions {
	token?: string | null;
	version?: string | null;
}

/** Starts a sandbox that says nothing; the caller closes it. */
export function start(options: HighLevelSandboxOptions = {}): Promise<HighLevelSandbox> {
	return startHighLevelSandbox({ quiet: true, ...options });
}

/** One request over real HTTP, as the demo location's token under a dated version unless told. The body goes as JSON,
 * a FormData as a multipart form. */
export async function call(
	sandbox: HighLevelSandbox,
	method: string,
	path: string,
	body?: unknown,
	{ token = DEMO.token, version = '2021-07-28' }: CallOptions = {},
): Promise<Answer> {
	const isForm = body instanceof FormData;
	const response = await fetch(sandbox.url + path, {
		method,
		headers: {
			...(token === null ? {} : { Authorization: `Bearer ${token}` }),
			...(version === null ? {} : { Version: version }),
			...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
		},
		...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
	});
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.includes('json');
	return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** Creates a contact in the demo location over HTTP. */
export async function create(sandbox: HighLevelSandbox, fields: Record<string, unknown>): Promise<string> {
	const { status, body } = await call(sandbox, 'POST', '/contacts/', { locationId, ...fields });
	if (status !== 201) throw new Error(`Could not create a contact: ${JSON.stringify(body)}`);
	return body.contact.id as string;
}

/** Ids of the contacts that a search finds. */
export async function search(sandbox: HighLevelSandbox, body: Record<string, unknown>): Promise<string[]> {
	const answer = await call(sandbox, 'POST', '/contacts/search', { locationId, pageLimit: 100, ...body });
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
	return answer.body.contacts.map(({ id }: { id: string }) => id);
}

export function sleep(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
