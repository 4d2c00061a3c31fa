/** One answer of the walk. */
export interface Visit {
	key: string;
	status: number;
	body: ReturnType<typeof JSON.parse>;
	/** Made of what a case of the catalogue sends. */
	isOfCase?: boolean;
}

/** @param template path with `{}` for its parameters, which the values fill in order, and maybe a query */
export type VisitEndpoint = (
	method: string,
	template: string,
	values?: string[],
	body?: unknown,
	token?: string,
) => Promise<Visit['body']>;
