/** Where a message goes: into a session, or to a contact by number. */
export type Target =
	| { sessionId: string; from?: undefined; to?: undefined }
	| { sessionId?: undefined; from?: string; to: string };
