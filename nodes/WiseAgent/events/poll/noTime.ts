import { Failure } from '../../../core/failure';

/** A poll that comes no further must not look like one that has found nothing. */
export function noTime(records: string): Failure {
	return new Failure(
		`There was no time to read all ${records} that have to be read`,
		'Wise Agent answers slowly, or has very many of them. Give a poll more time (N8N_SCHEDULER_POLL_TIMEOUT), or use the Wise Agent Trigger, which reads only what has changed.',
	);
}
