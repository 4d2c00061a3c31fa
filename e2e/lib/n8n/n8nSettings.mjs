/**
 * n8n makes a new sandbox for expressions for every webhook and every execution, which takes it a tenth of a second.
 * With its former way of evaluating them, thousands of deliveries take a minute instead of a quarter of an hour. The
 * trigger evaluates none.
 */
export const QUICK_EXPRESSIONS = { N8N_EXPRESSION_ENGINE: 'legacy' };

/** Cursors of poll triggers that are stored together with the execution they led to. */
export const DURABLE_POLL_CURSORS = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
};
