/** What a payload is. */
export interface Recognised {
	/** The event, or the most likely one where the payload does not tell. */
	event: string;
	/** All that it may be, `event` included, where the payload does not tell. */
	possibleEvents?: string[];
}
