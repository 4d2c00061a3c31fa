import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { e2eFolder, logsFolder } from '../../../scripts/lib/paths.mjs';
import { Child } from '../children.mjs';
import { N8nClient } from './n8nClient.mjs';
import { nodeTypes } from './packaging.mjs';
import { brokerPort, freePort, lastingPort } from '../ports.mjs';
import { countExecutions, storedExecutions } from './storedExecutions.mjs';

/** Settings of an n8n that somebody runs here anyway must not leak into this one. */
const FOREIGN =
	/^(N8N_|DB_|EXECUTIONS_|QUEUE_|OFFLOAD_|WEBHOOK_|EXTERNAL_|NODE_FUNCTION_|NODES_|CREDENTIALS_|npm_)/;

/**
 * A quiet n8n on this machine alone: no telemetry, no calls home, no banner, no license.
 *
 * @param {{ userFolder: string, port: number, brokerPort: number, readableFolders: string[] }} options
 */
function environment({ userFolder, port, brokerPort, readableFolders }) {
	const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
	return {
		...Object.fromEntries(own),
		NODE_ENV: 'production',
		NODE_NO_WARNINGS: '1',
		DB_TYPE: 'sqlite',
		EXTERNAL_FRONTEND_HOOKS_URLS: '',
		N8N_AI_ENABLED: 'false',
		N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		// Its start task calls n8n's servers.
		N8N_DISABLED_MODULES: 'mcp-registry',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		// Protects invented data on localhost; a fixed one lets the folder be moved.
		N8N_ENCRYPTION_KEY: 'n8n-nodes-gohighlevel-sync demo',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_PORT: String(port),
		N8N_REINSTALL_MISSING_PACKAGES: 'false',
		N8N_RESTRICT_FILE_ACCESS_TO: readableFolders.join(';'),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_RUNNERS_MODE: 'internal',
		// The editor comes over plain http.
		N8N_SECURE_COOKIE: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_USER_FOLDER: userFolder,
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
	};
}

/** The pinned n8n as a process of its own. */
export class N8n {
	/**
	 * @param {object} options
	 * @param {string} options.userFolder where it keeps its database, settings and community packages
	 * @param {number} [options.port] the first to try; any free one when left out
	 * @param {string[]} [options.readableFolders] what its nodes may read from this machine's disk
	 * @param {Record<string, string>} [options.settings] further environment variables
	 * @param {string} [options.logName]
	 */
	static async start({ userFolder, port, readableFolders = [], settings = {}, logName = 'n8n' }) {
		mkdirSync(userFolder, { recursive: true });
		const chosenPort = await freePort(port ?? lastingPort());
		const env = environment({
			userFolder,
			port: chosenPort,
			brokerPort: await freePort(brokerPort()),
			// An empty list would mean: everything.
			readableFolders: readableFolders.length ? readableFolders : [join(userFolder, 'files')],
		});
		return new N8n({
			env: { ...env, ...settings },
			userFolder,
			logName,
			url: `http://127.0.0.1:${chosenPort}`,
		});
	}

	/** @private */
	constructor({ env, userFolder, logName, url }) {
		this.#env = env;
		this.#userFolder = userFolder;
		this.#logName = logName;
		this.url = url;
		this.client = new N8nClient(url);
		this.#launch();
	}

	#env;
	#userFolder;
	#logName;
	#launches = 0;
	/** @type {Child} */
	#child;

	#launch() {
		this.#launches += 1;
		const number = this.#launches > 1 ? `-${this.#launches}` : '';
		this.#child = new Child('n8n', [join('node_modules', 'n8n', 'bin', 'n8n'), 'start'], {
			cwd: e2eFolder,
			env: this.#env,
			logFile: join(logsFolder, `${this.#logName}${number}.log`),
		});
	}

	/** Process id. */
	get pid() {
		return this.#child.pid;
	}

	/** Waits until n8n answers, signs in, and waits until it offers the package's nodes. */
	async ready() {
		// The first start creates the database.
		await this.#child.waitUntil(
			async () => (await fetch(`${this.url}/healthz/readiness`)).ok && (await this.client.isUp()),
			{ withinMs: 180_000 },
		);
		await this.client.signIn();
		await this.#child.waitUntil(
			async () => {
				const known = new Set(await this.client.nodeTypeNames());
				return nodeTypes.every((name) => known.has(name));
			},
			{ withinMs: 30_000 },
		);
		return this;
	}

	async stop() {
		await this.#child.stop();
	}

	/** Ends it at once, as a power failure would. */
	async kill() {
		this.#child.signal('SIGKILL');
		await this.#child.ended;
	}

	/**
	 * Starts it again after its end, with the same data and at the same address, and waits until it is ready. As a
	 * service manager does, it tries once more: after a kill between the creation and the beginning of an execution,
	 * n8n 2.41 ends its first start with an error (`startedAt` is null where it recovers that execution).
	 */
	async startAgain() {
		this.#launch();
		try {
			return await this.ready();
		} catch (error) {
			if (!this.#child.hasEnded) throw error;
			this.#launch();
			return await this.ready();
		}
	}

	/** All executions of a workflow, the oldest first, also while it is not running. */
	executions(workflowId) {
		return storedExecutions(this.#userFolder, workflowId);
	}

	/** How many executions of a workflow have begun, the running ones included. */
	executionCount(workflowId) {
		return countExecutions(this.#userFolder, workflowId);
	}
}
