/** One answer of the walk. */
export interface Visit {
	key: string;
	status: number;
	body: ReturnType<typeof JSON.parse>;
}

/** @param template path with `{}` for its parameters, which the values fill in order, and maybe a query */
export type VisitEndpoint = (
	method: string,
	template: string,
	values?: string[],
	body?: unknown,
	token?: string,
) => Promise<Visit['body']>;
