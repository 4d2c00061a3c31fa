import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFolder } from '../../scripts/lib/paths.mjs';

const LAYOUT = 1;

/**
 * @typedef {object} KeptWorkflow a workflow of the demo, as it was put into n8n
 * @property {string} id
 * @property {string} wanted fingerprint of what was to be stored
 * @property {string} stored fingerprint of what n8n made of it
 * @property {boolean} [executed] whether it ran through once
 *
 * @typedef {{ n8n: number, sandbox: number }} Ports the sandbox's is the first of three
 */

/** What stays from one start of the demo to the next: n8n's data, the sandboxes' data, and what the demo did with them. */
export class DemoFolder {
	/** @param {string} [path] DEMO_FOLDER, or a folder in .cache */
	constructor(path = process.env.DEMO_FOLDER || join(cacheFolder, 'n8n-demo')) {
		this.path = path;
		this.#read();
	}

	/** @type {Ports | undefined} */
	#ports;
	/** By name. @type {Record<string, KeptWorkflow>} */
	#workflows = {};
	/** Whether there are notes of an earlier start that cannot be read. */
	isUnreadable = false;

	get #file() {
		return join(this.path, 'demo.json');
	}

	/** Where the running demo leaves its process id. */
	get runningFile() {
		return join(this.path, 'running.json');
	}

	/** The HighLevel sandbox's; those of the other two are beside it. */
	get stateFile() {
		return join(this.path, 'sandbox', 'state.json');
	}

	/** Those of the first start: addresses with them are in what a person has built since. */
	get ports() {
		return this.#ports;
	}

	/** @param {Ports} ports of the first start */
	keepPorts(ports) {
		this.#ports = ports;
		this.#write();
	}

	/** @returns {KeptWorkflow | undefined} */
	workflow(name) {
		return Object.hasOwn(this.#workflows, name) ? this.#workflows[name] : undefined;
	}

	/** @param {string} name @param {Partial<KeptWorkflow>} changes */
	keepWorkflow(name, changes) {
		this.#workflows[name] = { ...this.workflow(name), ...changes };
		this.#write();
	}

	/** Makes the folders that do not make themselves. */
	prepare() {
		mkdirSync(join(this.path, 'sandbox'), { recursive: true });
	}

	/** Deletes everything, for a start like the first one. */
	clear() {
		rmSync(this.path, { recursive: true, force: true });
		this.#ports = undefined;
		this.#workflows = {};
		this.isUnreadable = false;
	}

	#read() {
		let notes;
		try {
			notes = JSON.parse(readFileSync(this.#file, 'utf8'));
		} catch (error) {
			this.isUnreadable = error.code !== 'ENOENT';
			return;
		}
		this.isUnreadable = notes?.layout !== LAYOUT;
		if (this.isUnreadable) return;
		this.#ports = notes.ports;
		this.#workflows = notes.workflows ?? {};
	}

	#write() {
		mkdirSync(this.path, { recursive: true });
		const notes = { layout: LAYOUT, ports: this.#ports, workflows: this.#workflows };
		writeFileSync(this.#file, JSON.stringify(notes, null, '\t') + '\n');
	}
}
