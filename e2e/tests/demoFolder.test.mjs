/** What the demo keeps from start to start, and what it leaves alone. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';

import { DemoFolder } from '../demo/demoFolder.mjs';
import { KeptWorkflows } from '../demo/keptWorkflows.mjs';
import { otherPorts } from '../demo/otherPorts.mjs';

let path;
beforeEach(() => {
	path = mkdtempSync(join(tmpdir(), 'demo-folder-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

describe('the demo folder', () => {
	test('tells the next start which ports and workflows there were', () => {
		const first = new DemoFolder(path);
		assert.equal(first.ports, undefined);
		first.keepPorts({ n8n: 5679, sandbox: 4110 });
		first.keepWorkflow('Leads', { id: 'a', wanted: 'w', stored: 's' });
		first.keepWorkflow('Leads', { executed: true });

		const second = new DemoFolder(path);
		assert.equal(second.isUnreadable, false);
		assert.deepEqual(second.ports, { n8n: 5679, sandbox: 4110 });
		assert.deepEqual(second.workflow('Leads'), { id: 'a', wanted: 'w', stored: 's', executed: true });
		assert.equal(second.workflow('constructor'), undefined);
	});

	for (const [kind, text] of [
		['of another version', '{ "layout": 99, "ports": { "n8n": 1 } }'],
		['damaged', '{ "layout": 1, '],
		['empty', 'null'],
	]) {
		test(`goes on without notes that are ${kind}, and says so`, () => {
			writeFileSync(join(path, 'demo.json'), text);
			const folder = new DemoFolder(path);
			assert.equal(folder.isUnreadable, true);
			assert.equal(folder.ports, undefined);
			folder.keepPorts({ n8n: 1, sandbox: 2 });
			assert.equal(new DemoFolder(path).isUnreadable, false);
		});
	}

	test('is like new after it was cleared', () => {
		const folder = new DemoFolder(path);
		folder.prepare();
		folder.keepWorkflow('Leads', { id: 'a' });
		writeFileSync(folder.stateFile, '{}');
		folder.clear();
		assert.equal(existsSync(path), false);
		assert.equal(folder.workflow('Leads'), undefined);
		folder.prepare();
		folder.keepPorts({ n8n: 1, sandbox: 2 });
		assert.deepEqual(JSON.parse(readFileSync(join(path, 'demo.json'), 'utf8')).workflows, {});
	});
});

describe('the ports', () => {
	const usual = { n8n: 5678, sandbox: 4010 };

	test('are not worth a word when they are the usual ones', () => {
		assert.deepEqual(otherPorts(usual, usual), []);
	});

	test('are named when they are others, with what does not reach whom then', () => {
		const [n8n, remedy] = otherPorts(usual, { ...usual, n8n: 5679 });
		assert.match(n8n, /5678 is taken, so n8n is at 5679 .* send to 5678/);
		assert.match(remedy, /start the demo again/);
		const [sandbox] = otherPorts(usual, { ...usual, sandbox: 4011 });
		assert.match(sandbox, /4011, 4021 and 4031 .* 4010, 4020 and 4030/);
		assert.equal(otherPorts(usual, { n8n: 1, sandbox: 2 }).length, 3);
	});
});

describe('the workflows of the demo', () => {
	const LEADS = { name: 'Leads', nodes: [{ name: 'Start', parameters: { a: 1, b: 2 } }], connections: {} };
	const NEWER = { ...LEADS, nodes: [{ name: 'Start', parameters: { a: 1, b: 3 } }] };
	let n8n, folder;

	beforeEach(() => {
		n8n = new FakeN8n();
		folder = new DemoFolder(path);
	});

	/** As another start of the demo does. @returns {Promise<{ id: string, changed: string[] }>} */
	async function save(workflow) {
		folder = new DemoFolder(path);
		const workflows = new KeptWorkflows(n8n, folder);
		return { id: await workflows.save(workflow), changed: workflows.changed };
	}

	test('are created once, and stored again only when the demo has newer ones', async () => {
		const { id } = await save(LEADS);
		assert.deepEqual(await save(LEADS), { id, changed: [] });
		assert.deepEqual(n8n.calls, ['create']);
		assert.deepEqual(await save(NEWER), { id, changed: [] });
		assert.deepEqual(await save(NEWER), { id, changed: [] });
		assert.deepEqual(n8n.calls, ['create', 'update']);
		assert.equal(n8n.stored.get(id).nodes[0].parameters.b, 3);
	});

	test('stay as a person has changed them, under another name too', async () => {
		const { id } = await save(LEADS);
		const mine = { ...n8n.stored.get(id), name: 'My leads', nodes: [...LEADS.nodes, { name: 'Mine' }] };
		n8n.stored.set(id, mine);
		assert.deepEqual(await save(LEADS), { id, changed: ['Leads'] });
		assert.deepEqual(await save(NEWER), { id, changed: ['Leads'] });
		assert.equal(n8n.stored.get(id), mine);
	});

	test('are created again when a person has deleted them', async () => {
		const { id } = await save(LEADS);
		n8n.stored.delete(id);
		const again = await save(LEADS);
		assert.notEqual(again.id, id);
		assert.deepEqual(await save(LEADS), again);
		assert.deepEqual(n8n.calls, ['create', 'create']);
	});

	test('are known by their name and content where there are no notes of them', async () => {
		const { id } = await save(LEADS);
		folder.clear();
		assert.deepEqual(await save(LEADS), { id, changed: [] });
		folder.clear();
		assert.deepEqual(await save(NEWER), { id, changed: ['Leads'] });
		assert.deepEqual(n8n.calls, ['create']);
	});
});

/** Stores workflows as n8n does: with what it adds to a node, and the keys in its own order. */
class FakeN8n {
	stored = new Map();
	calls = [];

	async workflow(id) {
		return this.stored.get(id);
	}

	async workflowNamed(wanted) {
		return [...this.stored.values()].find(({ name }) => name === wanted);
	}

	async createWorkflow(workflow) {
		this.calls.push('create');
		return this.#store(`id${this.calls.length}`, workflow);
	}

	async updateWorkflow(id, workflow) {
		this.calls.push('update');
		return this.#store(id, workflow);
	}

	#store(id, { name, nodes, connections }) {
		const own = nodes.map(({ parameters: { a, b }, ...node }) => ({ parameters: { b, a }, ...node }));
		const stored = { connections, nodes: own, name, id };
		this.stored.set(id, stored);
		return stored;
	}
}
