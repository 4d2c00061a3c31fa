/**
 * n8n makes a sandbox for expressions for each webhook, used or not, which takes it a tenth of a second. With this it
 * makes one when there is an expression, so that thousands of deliveries do not take a quarter of an hour.
 */
export const LAZY_EXPRESSIONS = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };

/** Cursors of poll triggers that are stored together with the execution they led to. */
export const DURABLE_POLL_CURSORS = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
};
