import type { RequestOptions } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface PostOutcome {
	/** HTTP status; undefined where no answer came. */
	status?: number;
	/** Why no answer came. */
	error?: string;
}

/** Sends a body once to an http or https address and waits for the status. Never throws; redirects are not followed, because only a 2xx counts.
 * Each call has a connection of its own, so that none is left open for a receiver that wants to stop. */
export function post(
	url: string,
	headers: Record<string, string>,
	body: Buffer,
	{ timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<PostOutcome> {
	return new Promise((resolve) => {
		const options: RequestOptions = {
			method: 'POST',
			agent: false,
			headers: { ...headers, 'Content-Length': body.length },
			signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
		};
		const send = url.startsWith('https:') ? requestHttps : requestHttp;
		const request = send(url, options, (response) => {
			// The status was all that was waited for: what happens to the rest of the answer does not matter.
			response.on('error', () => undefined).resume();
			resolve({ status: response.statusCode ?? 0 });
		});
		request.on('error', (error: NodeJS.ErrnoException) =>
			resolve({ error: reason(error, timeoutMs, signal) }),
		);
		request.end(body);
	});
}

function reason(error: NodeJS.ErrnoException, timeoutMs: number, signal: AbortSignal): string {
	if (signal.aborted) return 'stopped';
	if (error.name === 'AbortError' || error.name === 'TimeoutError') return `no answer within ${timeoutMs} ms`;
	return error.code ?? error.message;
}
