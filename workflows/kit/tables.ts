/** A data table of n8n. Its columns never change: no node can add one to a table that exists. */
export interface Table {
	/** Without an underscore, and in no other table's name: n8n finds a table by a part of its name. */
	name: string;
	columns: Record<string, 'string' | 'number' | 'boolean' | 'date'>;
}

/** One row for each pair of contacts: which they are, and what was last synced. */
export const SYNC_STATE: Table = {
	name: 'HighLevel sync state',
	columns: {
		highLevelId: 'string',
		wiseAgentId: 'string',
		/** `synced` of the last write to HighLevel, and to Wise Agent, as JSON. */
		syncedToHighLevel: 'string',
		syncedToWiseAgent: 'string',
		/** The record of HighLevel as its changes were last taken to Wise Agent, and the other way round, as JSON. */
		readInHighLevel: 'string',
		readInWiseAgent: 'string',
		/** For what comes later. */
		details: 'string',
	},
};

/** One row for each record that a flow has worked on. */
export const SYNC_LOG: Table = {
	name: 'HighLevel sync log',
	columns: {
		at: 'date',
		flow: 'string',
		workflowId: 'string',
		version: 'string',
		/** The system that was written to. */
		system: 'string',
		/** ID of the record that changed, in the other system. */
		record: 'string',
		/** ID of the record that was written. */
		counterpart: 'string',
		/** As the write node returns it; `failed`, and what becomes of that: `retried`, `givenUp`. */
		outcome: 'string',
		/** Field -> from, to; JSON of at most 2,000 characters. */
		changes: 'string',
		milliseconds: 'number',
		execution: 'string',
		error: 'string',
		remedy: 'string',
		/** Of a failed record: how often it was tried again, and when it is tried next. */
		attempts: 'number',
		nextTry: 'date',
		/** For what comes later. */
		details: 'string',
	},
};
