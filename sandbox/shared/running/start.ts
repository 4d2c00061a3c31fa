import type { FastifyInstance } from 'fastify';
import type { FaultRule } from '../faults';
import type { RecordedRequest } from '../requestLog';
import type { SandboxHub, StartOptions } from './hub';

/** What every running sandbox has. */
export interface RunningSandbox<Settings, Patch, Rule> {
	/** `http://127.0.0.1:<port>`, without a trailing slash: takes the place of the real hosts. */
	url: string;
	/** Every request to the API since the start or the last reset, oldest first. */
	requests: RecordedRequest[];
	/** What is set now. */
	readonly settings: Readonly<Settings>;
	faults: { add(rule: Rule): void; clear(): void };
	/** Changes settings at run time; new rate limits start with fresh windows. */
	configure(settings: Patch): void;
	/** Back to the seed state: no requests, no faults, fresh rate windows. Settings and time stay. */
	reset(): void;
	/** Closes all connections, unanswered ones included, and writes the state file. */
	close(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * Has the server of a sandbox listen on this machine.
 * @param service as people know it
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startServer<
	Settings extends object,
	Patch extends object,
	Rule extends FaultRule<string>,
>(
	app: FastifyInstance,
	hub: SandboxHub<Settings, Patch, Rule>,
	{ port = 0, quiet = false }: StartOptions,
	service: string,
): Promise<RunningSandbox<Settings, Patch, Rule>> {
	await app.listen({ host: HOST, port });
	hub.url = `http://${HOST}:${(app.server.address() as { port: number }).port}`;
	if (!quiet) console.log(`${service} sandbox listens on ${hub.url}`);
	return {
		url: hub.url,
		requests: hub.log.entries,
		settings: hub.settings,
		faults: { add: (rule) => hub.faults.add(rule), clear: () => hub.faults.clear() },
		configure: (settings) => hub.configure(settings),
		reset: () => hub.reset(),
		close: async () => {
			hub.close();
			await app.close();
		},
	};
}
