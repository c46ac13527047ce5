import { say } from '../values/sentence';

// of the form
export const notUpTo = (field: string, most: number) =>
	say`'${field}' has to be more than nothing and no more than ${most}`;
export const notUpToSeconds = (field: string, most: number) =>
	say`'${field}' has to be more than nothing and no more than ${most} seconds`;
export const noSilence = say`No open conversation of the last seven days has such a silence, so there is nothing to show. Write to your number, or publish the workflow.`;

// of the webhook address
export const noAddress = say`n8n gives this node no address. Put a new WTS Chat Trigger in its place in the editor, save the workflow and publish it again.`;
export const addressTooLong = (most: number) =>
	say`The webhook address is longer than the ${most} characters that WTS Chat takes`;

// what a stranger gets for an answer, and WTS Chat where it has to come again
export const notWtsChat = say`This address is for WTS Chat alone.`;
export const notTaken = say`n8n could not take this event.`;

// of an event
export const sessionUntold = say`WTS Chat does not tell whose conversation it is, or when it began.`;
export const contactLate = say`WTS Chat did not say in time whose message it is.`;
export const personUnread = (cause: string) =>
	say`Whether a person answers the contact could not be read. ${cause}`;
export const filterUnread = (cause: string) =>
	say`What a filter needs could not be read, so the event passes it. ${cause}`;
export const burstUnread = (cause: string) =>
	say`What else the contact has written could not be read. ${cause}`;
export const repeatUnknown = (cause: string) =>
	say`Whether an event has come before could not be told. ${cause}`;

// of what was missed, and of the subscription, in n8n's log
export const catchesUp = (node: string, started: number, missed: number) =>
	say`'${node}' catches up on ${started} of ${missed} events that may have been missed.`;
export const notStored = say`n8n could not store every execution.`;
export const removedWhileAway = (node: string) =>
	say`The subscription of '${node}' was removed while n8n was away. It is there again, but what was missed meanwhile cannot be told.`;
export const removed = (node: string) =>
	say`The subscription of '${node}' was removed; it is as it should be again.`;
export const changed = (node: string) =>
	say`The subscription of '${node}' was switched off or changed; it is as it should be again.`;
export const movedAway = (node: string, origin: string) =>
	say`The subscription of '${node}' leads to ${origin}, where another n8n answers for the same workflow. This n8n has one of its own.`;
export const notLookedAfter = (node: string, cause: string) =>
	say`The subscription of '${node}' could not be looked after; n8n tries again in 5 minutes. ${cause}`;
export const silencesUnread = (node: string, cause: string) =>
	say`'${node}' could not look for silent contacts; n8n tries again in a minute. ${cause}`;
