const EXPRESSION = '<a href="https://docs.n8n.io/code/expressions/">expression</a>';

/** What stands below a list where n8n's rules want it said that an expression can choose as well. */
export const listOrId = (what: string) =>
	`${what}. Choose from the list, or specify an ID using an ${EXPRESSION}.`;

/** The same below a list of several. */
export const listOrIds = (what: string) =>
	`${what}. Choose from the list, or specify IDs using an ${EXPRESSION}.`;
