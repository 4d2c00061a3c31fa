'use strict';

/**
 * The part of the npm package sqlite3 that n8n's database layer calls, on the SQLite that Node carries.
 *
 * The real package downloads a binary from outside the registry or compiles one for two minutes, for
 * which it needs a C++ compiler and Python. Whoever only wants to see the demo has neither.
 * Only for the demo and the end-to-end tests: queries run in n8n's own thread.
 */

const { DatabaseSync } = require('node:sqlite');

const OPEN_READONLY = 0x01;
const OPEN_READWRITE = 0x02;
const OPEN_CREATE = 0x04;
const OPEN_FULLMUTEX = 0x10000;
const OPEN_URI = 0x40;

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html), under the names sqlite3 gives them. */
const RESULT_NAMES = {
	1: 'SQLITE_ERROR',
	2: 'SQLITE_INTERNAL',
	3: 'SQLITE_PERM',
	4: 'SQLITE_ABORT',
	5: 'SQLITE_BUSY',
	6: 'SQLITE_LOCKED',
	7: 'SQLITE_NOMEM',
	8: 'SQLITE_READONLY',
	9: 'SQLITE_INTERRUPT',
	10: 'SQLITE_IOERR',
	11: 'SQLITE_CORRUPT',
	13: 'SQLITE_FULL',
	14: 'SQLITE_CANTOPEN',
	17: 'SQLITE_SCHEMA',
	18: 'SQLITE_TOOBIG',
	19: 'SQLITE_CONSTRAINT',
	20: 'SQLITE_MISMATCH',
	21: 'SQLITE_MISUSE',
	25: 'SQLITE_RANGE',
	26: 'SQLITE_NOTADB',
};

/** n8n recognises constraint violations by `code` and by the message's beginning. */
function asSqlite3Error(error) {
	if (typeof error?.errcode !== 'number') return error;
	const errno = error.errcode & 0xff;
	const code = RESULT_NAMES[errno] ?? 'SQLITE_ERROR';
	return Object.assign(new Error(`${code}: ${error.message}`), { errno, code });
}

/** sqlite3 binds these as SQLite values; node:sqlite would refuse them. */
function asBindable(value) {
	if (value === undefined) return null;
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (value instanceof Date) return value.getTime();
	if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value)) return String(value);
	return value;
}

function asRow(row) {
	const plain = { ...row };
	for (const [column, value] of Object.entries(plain)) {
		if (value instanceof Uint8Array) {
			plain[column] = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
		}
	}
	return plain;
}

class Database {
	/** `new Database(filename, [openFlags], [callback])` */
	constructor(filename, ...rest) {
		const callback = rest.find((argument) => typeof argument === 'function');
		const flags = rest.find((argument) => typeof argument === 'number') ?? OPEN_READWRITE | OPEN_CREATE;
		this.#answer(callback, () => {
			this.#connection = new DatabaseSync(filename, {
				readOnly: (flags & OPEN_READONLY) !== 0,
				// As in sqlite3: n8n switches foreign keys on by itself, and off during migrations.
				enableForeignKeyConstraints: false,
				enableDoubleQuotedStringLiterals: true,
			});
			return {};
		});
	}

	#connection;

	/** For statements without rows; the callback's `this` has `lastID` and `changes`. */
	run(sql, ...rest) {
		return this.#query(rest, (parameters) => {
			const { lastInsertRowid, changes } = this.#connection.prepare(sql).run(...parameters);
			return { context: { lastID: Number(lastInsertRowid), changes: Number(changes) } };
		});
	}

	/** For statements with rows; `callback(error, rows)`. */
	all(sql, ...rest) {
		return this.#query(rest, (parameters) => ({
			result: this.#connection
				.prepare(sql)
				.all(...parameters)
				.map(asRow),
		}));
	}

	close(callback) {
		return this.#answer(callback, () => {
			this.#connection.close();
			return {};
		});
	}

	#query(rest, work) {
		const callback = rest.find((argument) => typeof argument === 'function');
		const parameters = (rest.find((argument) => Array.isArray(argument)) ?? []).map(asBindable);
		return this.#answer(callback, () => work(parameters));
	}

	/** Works at once, so that statements keep their order, and calls back later, as sqlite3 does. */
	#answer(callback, work) {
		let outcome;
		try {
			outcome = work();
		} catch (error) {
			outcome = { error: asSqlite3Error(error) };
		}
		if (callback) {
			setImmediate(() => callback.call(outcome.context ?? this, outcome.error ?? null, outcome.result));
		} else if (outcome.error) {
			throw outcome.error;
		}
		return this;
	}
}

const sqlite3 = {
	Database,
	OPEN_READONLY,
	OPEN_READWRITE,
	OPEN_CREATE,
	OPEN_FULLMUTEX,
	OPEN_URI,
	verbose: () => sqlite3,
};

module.exports = sqlite3;
