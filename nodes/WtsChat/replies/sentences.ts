import { say } from '../values/sentence';

// of a question that cannot be asked
export const noToolThatWaits = say`'Send and Wait for Reply' cannot be a tool of MCP Server Trigger, nor of an AI agent that works inside another one or whose version is below 3. Use 'Send in Session' there, and let a workflow with the WTS Chat Trigger take the answer.`;
export const oneAtATime = (count: number) =>
	say`'Send and Wait for Reply' takes one item at a time, and got ${count}`;
export const askedAgain = say`'Send and Wait for Reply' was called again before this contact was asked, and an execution waits for one contact at a time`;
export const addressTooLong = (most: number) =>
	say`The address for the reply would be longer than the ${most} characters that WTS Chat takes`;
export const notCallable = (status: number) =>
	say`No reply could come in: the address of this execution answers with status ${status}`;

// what a stranger gets for an answer
export const waitsNoMore = say`This question waits no more.`;
export const timeNotOver = say`The time is not over.`;

// in n8n's log
export const notLookedAfter = (cause: string) =>
	say`What waits for replies could not be looked after. ${cause}`;
