import { say } from '../values/sentence';

export const customApiCall = say`'Custom API Call' is no operation of this node`;
export const noOperation = say`The chosen operation does not exist`;
export const noFile = (field: string) => say`'${field}' has no file`;
export const noFileInItem = (field: string) =>
	say`The item has no file in the field named by '${field}'`;

// what else stands under the output
export const waited = (seconds: number, limits: string) =>
	say`Waited ${seconds} s until WTS Chat took all requests. ${limits}`;
export const summary = (all: number, sent: number, skipped: number, why: string, failed: number) =>
	say`Of ${all} messages, ${sent} were sent, ${skipped} were skipped (${why}), and ${failed} failed.`;
