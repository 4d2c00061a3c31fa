import { Advice } from '../../../scripts/lib/say.mjs';
import { Execution } from './execution.mjs';

/** The owner of every n8n started here. It listens on this machine only. */
export const OWNER = {
	email: 'demo@example.com',
	password: 'Demo-password-1',
	firstName: 'Demo',
	lastName: 'Operator',
};

/** The part of the editor's own REST API that the demo and the tests use. */
export class N8nClient {
	/** @param {string} url n8n's address without a slash at its end */
	constructor(url) {
		this.url = url;
	}

	/** By name. @type {Map<string, string>} */
	#cookies = new Map();

	async #request(method, path, body) {
		const text = await this.#text(method, path, body);
		return text ? JSON.parse(text) : undefined;
	}

	async #text(method, path, body) {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: {
				accept: 'application/json',
				cookie: [...this.#cookies].map((cookie) => cookie.join('=')).join('; '),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new N8nError(`${method} ${path}`, response.status, text);
		for (const cookie of response.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
			this.#cookies.set(name, value);
		}
		return text;
	}

	async #rest(method, path, body) {
		return (await this.#request(method, `/rest/${path}`, body)).data;
	}

	/** Whether the REST API answers; it comes up after the health check. */
	async isUp() {
		return (await this.#rest('GET', 'settings')) !== undefined;
	}

	/** Signs in as the owner, and makes the owner first when this n8n is new. */
	async signIn() {
		const { userManagement } = await this.#rest('GET', 'settings');
		if (userManagement.showSetupOnFirstLoad) {
			await this.#rest('POST', 'owner/setup', OWNER);
			return;
		}
		try {
			const { email, password } = OWNER;
			await this.#rest('POST', 'login', { emailOrLdapLoginId: email, password });
		} catch (error) {
			if (error.status !== 401) throw error;
			throw new Advice(
				`n8n refused to sign in ${OWNER.email}: its password has been changed since. ` +
					'To start over with the password that the demo prints, run: npm run demo -- --fresh',
			);
		}
	}

	/** @returns {Promise<string[]>} */
	async nodeTypeNames() {
		return (await this.#nodeTypes()).map(({ name }) => name);
	}

	/** A node's description, as the editor gets it. */
	async nodeType(name) {
		return (await this.#nodeTypes()).find((type) => type.name === name);
	}

	async #nodeTypes() {
		return await this.#request('GET', '/types/nodes.json');
	}

	/**
	 * Creates a credential, or overwrites the one of the same name and type.
	 *
	 * @param {{ name: string, type: string, data: Record<string, unknown> }} credential
	 * @returns {Promise<{ id: string, name: string }>}
	 */
	async saveCredential(credential) {
		const existing = await this.credential(credential);
		const { id, name } = existing
			? await this.#rest('PATCH', `credentials/${existing.id}`, credential)
			: await this.#rest('POST', 'credentials', credential);
		return { id, name };
	}

	/**
	 * Connects an OAuth2 credential, as its Connect button does. Tokens that it has are replaced.
	 *
	 * @param {string} id
	 * @param {(address: string) => Promise<string>} consent takes the address of the page on which a person lets n8n in,
	 *   and resolves to the one that this leads back to
	 */
	async connectCredential(id, consent) {
		const back = new URL(await consent(await this.#rest('GET', `oauth2-credential/auth?id=${id}`)));
		const page = await this.#text('GET', `${back.pathname}${back.search}`);
		const refusal = /<h4>Error: ([^<]*)/.exec(page)?.[1];
		if (refusal) throw new Advice(`n8n could not connect the credential ${id}: ${refusal}`);
	}

	/**
	 * The credential of this name and type, as a workflow names it; `undefined` when there is none.
	 *
	 * @returns {Promise<{ id: string, name: string } | undefined>}
	 */
	async credential({ name, type }) {
		const found = (await this.credentials()).find(
			(credential) => credential.name === name && credential.type === type,
		);
		return found && { id: found.id, name };
	}

	/** @returns {Promise<{ id: string, name: string, type: string }[]>} */
	async credentials() {
		return await this.#rest('GET', 'credentials');
	}

	/**
	 * What the Test button of the credential dialog answers.
	 *
	 * @returns {Promise<{ status: 'OK' | 'Error', message: string }>}
	 */
	async testCredential(credential) {
		return await this.#rest('POST', 'credentials/test', { credentials: credential });
	}

	/**
	 * Creates a workflow, or overwrites the one with the same name.
	 *
	 * @returns {Promise<string>} its id
	 */
	async saveWorkflow(workflow) {
		const existing = await this.workflowNamed(workflow.name);
		const { id } = existing
			? await this.updateWorkflow(existing.id, workflow)
			: await this.createWorkflow(workflow);
		return id;
	}

	/** The workflow with this name, with its nodes; `undefined` when there is none, or it is archived. */
	async workflowNamed(name) {
		const filter = encodeURIComponent(JSON.stringify({ name }));
		const found = (await this.#rest('GET', `workflows?filter=${filter}`)).find(
			(workflow) => workflow.name === name && !workflow.isArchived,
		);
		return found && (await this.workflow(found.id));
	}

	/** A workflow with its nodes; `undefined` when there is none with this id, or it is archived. */
	async workflow(id) {
		try {
			const workflow = await this.#rest('GET', `workflows/${id}`);
			return workflow.isArchived ? undefined : workflow;
		} catch (error) {
			if (error.status === 404) return undefined;
			throw error;
		}
	}

	/** @returns the workflow as n8n stores it */
	async createWorkflow(workflow) {
		return await this.#rest('POST', 'workflows', workflow);
	}

	/** @returns the workflow as n8n stores it */
	async updateWorkflow(id, workflow) {
		return await this.#rest('PATCH', `workflows/${id}?forceSave=true`, workflow);
	}

	/**
	 * Publishes a workflow, and waits until its triggers run: n8n starts them after it has answered.
	 *
	 * @throws {Advice} with what n8n shows of the triggers that do not start
	 */
	async activate(workflowId, { withinMs = 60_000 } = {}) {
		const { versionId } = await this.#rest('GET', `workflows/${workflowId}`);
		await this.#rest('POST', `workflows/${workflowId}/activate`, { versionId });
		const deadline = Date.now() + withinMs;
		while (Date.now() < deadline) {
			const { status, triggers } = await this.#rest('GET', `workflows/${workflowId}/publication-status`);
			if (status === 'published') return;
			if (status !== 'in_progress') {
				throw new Advice(triggers.map(({ errorMessage }) => errorMessage).join('; ') || status);
			}
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
		throw new Advice(`The workflow ${workflowId} was not published within ${withinMs / 1000} s.`);
	}

	async deactivate(workflowId) {
		await this.#rest('POST', `workflows/${workflowId}/deactivate`, {});
	}

	/** The production URL of a webhook. */
	webhookUrl(path) {
		return `${this.url}/webhook/${path}`;
	}

	/** @returns {Promise<{ id: string, name: string }[]>} */
	async workflows() {
		return await this.#rest('GET', 'workflows');
	}

	/**
	 * Runs a workflow as its Execute button does, and waits for the end.
	 *
	 * @param {string} workflowId
	 * @param {{ trigger: string, withinMs?: number }} options `trigger` is the name of the node to start from
	 * @returns {Promise<Execution>}
	 */
	async runWorkflow(workflowId, { trigger, withinMs = 300_000 }) {
		const { executionId } = await this.#rest('POST', `workflows/${workflowId}/run`, {
			triggerToStartFrom: { name: trigger },
		});
		const deadline = Date.now() + withinMs;
		while (Date.now() < deadline) {
			const execution = Execution.ended(await this.#rest('GET', `executions/${executionId}`));
			if (execution) return execution;
			await new Promise((resolve) => setTimeout(resolve, 250));
		}
		throw new Advice(
			`The workflow did not end within ${withinMs / 1000} s. ` +
				`See ${this.url}/workflow/${workflowId}/executions/${executionId}`,
		);
	}
}

/** What n8n answered instead of what was asked for. */
class N8nError extends Error {
	constructor(what, status, body) {
		super(`n8n answered ${what} with ${status}: ${body.slice(0, 1000)}`);
		this.status = status;
	}
}
