// What `npm run migrate` runs; see docs/migrate-from-n8n-nodes-wts.md.
import { migrate } from './cli';

process.exitCode = migrate(process.argv.slice(2), {
	output: (text) => process.stdout.write(text),
	error: (text) => process.stderr.write(text),
});
