import { join } from 'node:path';

import { Execution } from './execution.mjs';

/** n8n's database may be locked for a moment. */
const PATIENCE_MS = 30_000;

/**
 * Reads executions where n8n stores them, with their data: its API gives those one by one, which takes too long for
 * thousands.
 *
 * @param {string} userFolder n8n's `N8N_USER_FOLDER`
 * @param {string} workflowId
 * @returns {Execution[]} the oldest first; those that go on, or that a crash ended, included
 */
export function storedExecutions(userFolder, workflowId) {
	const rows = query(
		userFolder,
		'SELECT id, status, data FROM execution_entity JOIN execution_data ON executionId = id ' +
			'WHERE workflowId = ? ORDER BY id',
		workflowId,
	);
	return rows.map((row) => new Execution({ ...row, id: String(row.id) }));
}

/** How many executions of a workflow have begun. */
export function countExecutions(userFolder, workflowId) {
	const counting = 'SELECT count(*) AS count FROM execution_entity WHERE workflowId = ?';
	return query(userFolder, counting, workflowId)[0].count;
}

function query(userFolder, sql, ...values) {
	// Only here: Node warns of it where it is imported, and the demo does not need it.
	const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
	const file = join(userFolder, '.n8n', 'database.sqlite');
	const database = new DatabaseSync(file, { readOnly: true, timeout: PATIENCE_MS });
	try {
		return database.prepare(sql).all(...values);
	} finally {
		database.close();
	}
}
